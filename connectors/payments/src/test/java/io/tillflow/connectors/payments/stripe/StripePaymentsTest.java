package io.tillflow.connectors.payments.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.tillflow.connectors.payments.CaptureResult;
import io.tillflow.connectors.payments.DeclineReason;
import io.tillflow.connectors.payments.Dispute;
import io.tillflow.connectors.payments.Evidence;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.payments.PaymentStatus;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.payments.PaymentsContract;
import io.tillflow.connectors.payments.RefundResult;
import io.tillflow.connectors.payments.VoidResult;
import io.tillflow.connectors.provider.HeldBack;
import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.provider.ProviderUnavailable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripePaymentsTest extends PaymentsContract {
    private static final FakeStripe STRIPE = new FakeStripe();
    private static final WireMockServer SERVER = new WireMockServer(WireMockConfiguration.options()
            .dynamicPort()
            .bindAddress("127.0.0.1")
            .extensions(STRIPE));

    private final Payments payments = payments("sk_test_1");

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void answerAsStripe() {
        SERVER.resetAll();
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers("stripe")));
    }

    private static Payments payments(String key) {
        return new StripePayments(
                URI.create("http://127.0.0.1:" + SERVER.port()),
                () -> key,
                URI.create("https://shop.example"),
                Duration.ofSeconds(20),
                Clock.systemUTC());
    }

    @Override
    protected Payments payments() {
        return payments;
    }

    @Override
    protected void authorise(Payment payment) {
        STRIPE.pay(payment.id(), null);
    }

    @Override
    protected void decline(Payment payment) {
        STRIPE.pay(payment.id(), "insufficient_funds");
    }

    @Override
    protected String dispute(Payment payment) {
        return STRIPE.disputes().open("pi_" + payment.id(), PRICE.minorUnits());
    }

    @Override
    protected void decideForTheShop(String disputeId) {
        STRIPE.disputes().decide(disputeId, "won");
    }

    @Test
    void aPaymentIsOpenWhileTheBankAsksAndAuthorisedOnceTheShopperConfirmed() {
        Payment payment = open();
        STRIPE.challenge(payment.id());
        assertThat(payments.find(payment.id()).orElseThrow().status()).isEqualTo(PaymentStatus.OPEN);
        assertThat(payments.capture(payment.id(), PRICE, key("capture-payment")))
                .isEqualTo(new CaptureResult.NotAuthorised(PaymentStatus.OPEN));
        authorise(payment);
        assertThat(payments.find(payment.id()).orElseThrow().status()).isEqualTo(PaymentStatus.AUTHORISED);
    }

    @Test
    void whoPaysWhileTheirPageIsClosedIsLetGoOfAsWell() {
        Payment payment = open();
        decline(payment);
        STRIPE.payWhenClosed(payment.id());
        assertThat(payments.voidAuthorisation(payment.id(), key("void-payment")))
                .isEqualTo(new VoidResult.Voided());
        assertThat(found(payment).status()).isEqualTo(PaymentStatus.VOIDED);
    }

    @Test
    void aPageThatCannotBeClosedIsARefusal() {
        Payment payment = open();
        SERVER.stubFor(any(urlPathEqualTo("/v1/checkout/sessions/" + payment.id() + "/expire"))
                .willReturn(aResponse().withStatus(400).withBody("{\"error\": {}}")));
        assertThatThrownBy(() -> payments.voidAuthorisation(payment.id(), key("void-payment")))
                .isInstanceOf(StripeError.class);
    }

    /** Stripe repeats what it answered to a key for a day: what was refused once is asked anew. */
    @Test
    void whatCouldNotBeClosedAtFirstIsClosedUnderTheSameKeyLater() {
        Payment unpaid = open();
        STRIPE.busy(unpaid.id());
        assertThatThrownBy(() -> payments.voidAuthorisation(unpaid.id(), key("void-payment")))
                .isInstanceOf(StripeError.class);
        assertThat(payments.voidAuthorisation(unpaid.id(), key("void-payment"))).isEqualTo(new VoidResult.Voided());
        assertThat(found(unpaid).status()).isEqualTo(PaymentStatus.VOIDED);
    }

    @Test
    void whatCouldNotBeLetGoOfAtFirstIsLetGoOfUnderTheSameKeyLater() {
        Payment payment = authorised();
        STRIPE.busy("pi_" + payment.id());
        assertThatThrownBy(() -> payments.voidAuthorisation(payment.id(), key("void-payment")))
                .isInstanceOf(StripeError.class);
        assertThat(payments.voidAuthorisation(payment.id(), key("void-payment")))
                .isEqualTo(new VoidResult.Voided());
        assertThat(found(payment).status()).isEqualTo(PaymentStatus.VOIDED);
    }

    @Test
    void evidenceIsSubmittedWithTheParcel() {
        String id = dispute(captured());
        payments.contest(id, new Evidence("Handed over on Monday.", "DHL", "JJD1"), key("contest-dispute"));
        SERVER.verify(postRequestedFor(urlPathEqualTo("/v1/disputes/" + id))
                .withHeader("Idempotency-Key", equalTo("contest:" + key("contest-dispute")))
                .withRequestBody(containing("evidence%5Buncategorized_text%5D=Handed"))
                .withRequestBody(containing("evidence%5Bshipping_tracking_number%5D=JJD1"))
                .withRequestBody(containing("submit=true")));
    }

    @Test
    void aDisputeOfAPaymentThatIsNotOursSaysSo() {
        Dispute dispute =
                payments.dispute(STRIPE.disputes().open("pi_of_somebody", 100)).orElseThrow();
        assertThat(dispute.paymentId()).isEmpty();
        assertThat(dispute.reference()).isEmpty();
        open();
        assertThat(payments.dispute(STRIPE.disputes().open("", 100))
                        .orElseThrow()
                        .reference())
                .isEmpty();
    }

    @Test
    void opensAPageThatCapturesByHandAndLeadsBackToTheShop() {
        Payment payment = open();
        assertThat(payment.url()).startsWith("https://checkout.stripe.com/");
        SERVER.verify(postRequestedFor(urlPathEqualTo("/v1/checkout/sessions"))
                .withHeader("Idempotency-Key", equalTo("open:" + order))
                .withRequestBody(containing("capture_method%5D=manual"))
                .withRequestBody(containing("success_url=https%3A%2F%2Fshop.example%2Forders%2F" + order)));
    }

    @Test
    void aBankThatDoesNotPayOutIsARefusal() {
        Payment payment = open();
        authorise(payment);
        SERVER.stubFor(any(urlPathEqualTo("/v1/payment_intents/pi_" + payment.id() + "/capture"))
                .willReturn(aResponse()
                        .withStatus(402)
                        .withBody("{\"error\": {\"type\": \"card_error\", \"code\": \"card_declined\"}}")));
        assertThat(payments.capture(payment.id(), PRICE, key("capture-payment")))
                .isEqualTo(new CaptureResult.Refused(DeclineReason.CAPTURE_REFUSED));
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 500, 502, 503})
    void troubleThatPassesIsTriedAgain(int status) {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status)));
        assertThatThrownBy(this::open).isInstanceOf(ProviderUnavailable.class).isNotInstanceOf(HeldBack.class);
    }

    @Test
    void tooManyRequestsWait() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3")));
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        HeldBack.class, held -> assertThat(held.retryAfter()).contains(Duration.ofSeconds(3)));
    }

    @Test
    void aWrongKeyIsNamedAndNotShown() {
        assertThatThrownBy(() -> payments("sk_wrong").find("cs_1"))
                .hasMessageContaining("set the secret STRIPE_API_KEY")
                .hasMessageNotContaining("sk_wrong");
    }

    /** Each was done; whoever asks again is told so, and nothing is done twice. */
    @Test
    void whatWasDoneWhileTheAnswerBrokeOffIsNotDoneAgain() {
        Payment payment = authorised();
        brokenOff("capture", () -> payments.capture(payment.id(), PRICE, key("capture-payment")));
        assertThat(payments.capture(payment.id(), PRICE, key("capture-payment")))
                .isInstanceOf(CaptureResult.Captured.class);
        brokenOff("refunds", () -> payments.refund(payment.id(), key("refund-payment")));
        assertThat(payments.refund(payment.id(), key("refund-payment")))
                .isInstanceOfSatisfying(
                        RefundResult.Refunded.class,
                        refunded -> assertThat(refunded.amount()).isEqualTo(PRICE));
    }

    @Test
    void whatWasLetGoOfWhileTheAnswerBrokeOffIsFree() {
        Payment payment = authorised();
        brokenOff("cancel", () -> payments.voidAuthorisation(payment.id(), key("void-payment")));
        assertThat(payments.voidAuthorisation(payment.id(), key("void-payment")))
                .isEqualTo(new VoidResult.Voided());
    }

    private static void brokenOff(String action, ThrowingCallable call) {
        STRIPE.breaksOff(action);
        assertThatThrownBy(call).isInstanceOf(ProviderUnavailable.class).isNotInstanceOf(HeldBack.class);
    }

    @Test
    void anAnswerThatDoesNotComeWholeIsPassingTrouble() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
        assertThatThrownBy(() -> payments.find("cs_1")).isInstanceOf(ProviderUnavailable.class);
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{\"id\": \"cs_")));
        assertThatThrownBy(() -> payments.find("cs_1")).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void aPageInsteadOfJsonIsPassingTrouble() {
        SERVER.stubFor(any(anyUrl()).willReturn(aResponse().withBody("<html>maintenance</html>")));
        assertThatThrownBy(() -> payments.find("cs_1")).isInstanceOf(ProviderUnavailable.class);
    }

    @Test
    void moneyGoesBackOnceAlthoughStripeForgetsKeys() {
        Payment payment = authorised();
        payments.capture(payment.id(), PRICE, key("capture-payment"));
        Money part = new Money(100, PRICE.currency());
        RefundResult refund = payments.refund(payment.id(), part, key("refund-part"));
        STRIPE.forgetKeys();
        assertThat(payments.refund(payment.id(), part, key("refund-part"))).isEqualTo(refund);
        assertThat(payments.refund(payment.id(), part, key("refund-more"))).isNotEqualTo(refund);
    }
}
