package io.tillflow.connectors.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.payments.CaptureResult;
import io.tillflow.connectors.payments.DeclineReason;
import io.tillflow.connectors.payments.DisputeStatus;
import io.tillflow.connectors.payments.Evidence;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.payments.PaymentStatus;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.payments.PaymentsContract;
import io.tillflow.connectors.payments.VoidResult;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.TestClock;
import io.tillflow.connectors.provider.TestDatabase;
import io.tillflow.connectors.provider.sandbox.Fault;
import io.tillflow.connectors.provider.sandbox.Faults;
import io.tillflow.connectors.provider.sandbox.IdempotentCalls;
import io.tillflow.connectors.provider.sandbox.Webhooks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SandboxPaymentsIT extends PaymentsContract {
    private final JdbcClient database = TestDatabase.jdbc();
    private final TestClock clock = new TestClock(Instant.parse("2026-01-31T09:30:00Z"));
    private final PaymentBook book = new PaymentBook(database, clock);
    private final DisputeBook disputes = new DisputeBook(database, clock);
    private final Faults faults = new Faults(database, new Random(7));
    private final Webhooks webhooks = new Webhooks(database, faults, new Random(7), clock, () -> {});
    private final PaymentDesk desk =
            new PaymentDesk(book, webhooks, SandboxPaymentsSettings.defaults(), TestDatabase.transaction(), clock);
    private final DisputeDesk disputeDesk = new DisputeDesk(
            book, disputes, webhooks, SandboxPaymentsSettings.defaults(), TestDatabase.transaction(), clock);
    private final SandboxPayments sandbox =
            new SandboxPayments(book, disputes, new IdempotentCalls(database, TestDatabase.transaction()), faults);

    @Override
    protected Payments payments() {
        return sandbox;
    }

    @Override
    protected void authorise(Payment payment) {
        desk.pay(payment.id(), TestCard.DISPUTED);
    }

    @Override
    protected void decline(Payment payment) {
        desk.pay(payment.id(), TestCard.INSUFFICIENT_FUNDS);
    }

    @Override
    protected String dispute(Payment payment) {
        clock.advance(Duration.ofSeconds(31));
        disputeDesk.moveDue();
        return database.sql("select id from connectors.sandbox_dispute where payment_id = :id")
                .param("id", payment.id())
                .query(String.class)
                .single();
    }

    @Override
    protected void decideForTheShop(String disputeId) {
        clock.advance(Duration.ofSeconds(21));
        disputeDesk.moveDue();
    }

    @AfterEach
    void behaveAgain() {
        faults.set(Fault.none("payments"));
    }

    @Test
    void aCaptureThatTimedOutWorksTheThirdTime() {
        Payment payment = paid(TestCard.CAPTURE_TIMES_OUT);
        EffectKey key = key("capture-payment");
        assertThatThrownBy(() -> sandbox.capture(payment.id(), PRICE, key)).isInstanceOf(ProviderUnavailable.class);
        assertThatThrownBy(() -> sandbox.capture(payment.id(), PRICE, key)).isInstanceOf(ProviderUnavailable.class);
        assertThat(sandbox.capture(payment.id(), PRICE, key)).isInstanceOf(CaptureResult.Captured.class);
    }

    @Test
    void aRefusedCaptureIsAnsweredAlikeUntilTheBusinessTriesAgain() {
        Payment payment = paid(TestCard.CAPTURE_REFUSED_TWICE);
        CaptureResult.Refused refused = new CaptureResult.Refused(DeclineReason.CAPTURE_REFUSED);
        assertThat(sandbox.capture(payment.id(), PRICE, attempt(1))).isEqualTo(refused);
        assertThat(sandbox.capture(payment.id(), PRICE, attempt(1))).isEqualTo(refused);
        assertThat(sandbox.capture(payment.id(), PRICE, attempt(2))).isEqualTo(refused);
        assertThat(sandbox.capture(payment.id(), PRICE, attempt(3))).isInstanceOf(CaptureResult.Captured.class);
    }

    /** Nobody closed its page, as none took a second card; its order may have been called off long since. */
    @Test
    void whatWasDeclinedBeforeTheUpgradeTakesNoOtherCard() throws IOException {
        Payment payment = paid(TestCard.INSUFFICIENT_FUNDS);
        assertThat(desk.takesCards(payment.id())).isTrue();
        database.sql(new ClassPathResource("db/connectors/V60__declined_before.sql")
                        .getContentAsString(StandardCharsets.UTF_8))
                .update();
        assertThat(desk.takesCards(payment.id())).isFalse();
        assertThat(desk.pay(payment.id(), TestCard.DISPUTED).status()).isEqualTo(PaymentStatus.DECLINED);
    }

    @Test
    void someCapturesAreRefusedForEver() {
        Payment payment = paid(TestCard.CAPTURE_REFUSED);
        for (int attempt = 1; attempt <= 4; attempt++) {
            assertThat(sandbox.capture(payment.id(), PRICE, attempt(attempt)))
                    .isInstanceOf(CaptureResult.Refused.class);
        }
    }

    @Test
    void anOutageLastsUntilItIsRepaired() {
        Payment payment = paid(TestCard.PROVIDER_OUTAGE);
        assertThatThrownBy(() -> sandbox.capture(payment.id(), PRICE, attempt(1)))
                .isInstanceOf(ProviderUnavailable.class);
        assertThatThrownBy(() -> sandbox.voidAuthorisation(payment.id(), key("void")))
                .isInstanceOf(ProviderUnavailable.class);
        assertThat(book.repair(payment.id())).isTrue();
        assertThat(sandbox.capture(payment.id(), PRICE, attempt(1))).isInstanceOf(CaptureResult.Captured.class);
    }

    @Test
    void anAuthorisationExpiresAndSaysSo() {
        Payment payment = paid(TestCard.HOLD_EXPIRES);
        desk.expireDue();
        assertThat(found(payment).status()).isEqualTo(PaymentStatus.AUTHORISED);

        clock.advance(Duration.ofSeconds(6));
        desk.expireDue();
        assertThat(found(payment).status()).isEqualTo(PaymentStatus.EXPIRED);
        assertThat(webhookTypes()).containsExactly("payment.authorised", "payment.expired");
        assertThat(sandbox.capture(payment.id(), PRICE, attempt(1)))
                .isEqualTo(new CaptureResult.NotAuthorised(PaymentStatus.EXPIRED));
        assertThat(sandbox.voidAuthorisation(payment.id(), key("void")))
                .isEqualTo(new VoidResult.NothingHeld(PaymentStatus.EXPIRED));
    }

    @Test
    void aSecondClickPaysNothingMore() {
        Payment payment = paid(TestCard.APPROVED);
        desk.pay(payment.id(), TestCard.DECLINED);
        assertThat(found(payment).status()).isEqualTo(PaymentStatus.AUTHORISED);
        assertThat(webhookTypes()).containsExactly("payment.authorised");
    }

    @Test
    void aCardThatWasDeclinedIsToldOnceAndTheNextOneAsWell() {
        Payment payment = paid(TestCard.DECLINED);
        desk.pay(payment.id(), TestCard.DECLINED);
        assertThat(webhookTypes()).containsExactly("payment.declined");
        assertThat(desk.takesCards(payment.id())).isTrue();
        desk.pay(payment.id(), TestCard.APPROVED);
        assertThat(webhookTypes()).containsExactly("payment.declined", "payment.authorised");
        assertThat(desk.takesCards(payment.id())).isFalse();
    }

    @Test
    void someWebhooksComeThreeTimes() {
        paid(TestCard.DUPLICATE_WEBHOOK);
        assertThat(webhookTypes()).containsExactly("payment.authorised", "payment.authorised", "payment.authorised");
    }

    @Test
    void someWebhooksComeLate() {
        paid(TestCard.SLOW_WEBHOOK);
        Instant due = database.sql("select min(due_at) from connectors.sandbox_webhook where body like :order")
                .param("order", "%" + order + "%")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
        assertThat(due).isEqualTo(clock.instant().plusSeconds(20));
    }

    @Test
    void aLostAnswerTookEffectAndIsRepeatedWithTheSameKey() {
        Payment payment = paid(TestCard.APPROVED);
        faults.set(new Fault("payments", 0, 0, 1, 0, 1, 0, 0));
        assertThatThrownBy(() -> sandbox.capture(payment.id(), PRICE, attempt(1)))
                .isInstanceOf(ProviderUnavailable.class);
        faults.set(Fault.none("payments"));
        assertThat(sandbox.capture(payment.id(), PRICE, attempt(1))).isInstanceOf(CaptureResult.Captured.class);
        assertThat(database.sql("select count(*) from connectors.sandbox_charge where reference = :order")
                        .param("order", order)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private Payment paid(TestCard card) {
        Payment payment = open();
        desk.pay(payment.id(), card);
        return payment;
    }

    private EffectKey attempt(int attempt) {
        return new EffectKey(order + "/capture-payment/" + attempt);
    }

    private List<String> webhookTypes() {
        return database.sql("select type from connectors.sandbox_webhook where body like :order order by seq")
                .param("order", "%" + order + "%")
                .query(String.class)
                .list();
    }

    @Test
    void aDisputeIsToldOnceAtItsBeginningAndOnceAtItsEnd() {
        String id = dispute(captured());
        disputeDesk.moveDue();
        sandbox.accept(id, key("accept-dispute"));
        disputeDesk.moveDue();
        disputeDesk.moveDue();
        assertThat(webhookTypes()).containsExactly("payment.authorised", "payment.disputed", "payment.dispute-closed");
    }

    @Test
    void someDisputesAreLostWhateverTheShopSaysAndTheirMoneyIsGone() {
        Payment payment = paid(TestCard.DISPUTED_AND_LOST);
        sandbox.capture(payment.id(), PRICE, attempt(1));
        Money part = new Money(200, PRICE.currency());
        sandbox.refund(payment.id(), part, key("refund-before"));
        String id = dispute(payment);
        sandbox.refund(payment.id(), part, key("refund-meanwhile"));
        sandbox.contest(id, new Evidence("It was handed over.", null, null), key("contest-dispute"));
        decideForTheShop(id);

        assertThat(sandbox.dispute(id).orElseThrow().status()).isEqualTo(DisputeStatus.LOST);
        assertThat(sandbox.dispute(id).orElseThrow().amount().minorUnits()).isEqualTo(PRICE.minorUnits() - 200);
        assertThat(database.sql("select taken_back from connectors.sandbox_dispute where id = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(PRICE.minorUnits() - 400);
        assertThatThrownBy(() -> sandbox.refund(payment.id(), part, key("refund-after")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whoDoesNotAnswerInTimeLoses() {
        String id = dispute(captured());
        clock.advance(Duration.ofDays(7));
        disputeDesk.moveDue();
        assertThat(sandbox.dispute(id).orElseThrow().status()).isEqualTo(DisputeStatus.LOST);
    }

    @Test
    void moneyThatWasOnlyAuthorisedIsNotDisputed() {
        paid(TestCard.DISPUTED);
        clock.advance(Duration.ofDays(1));
        disputeDesk.moveDue();
        assertThat(webhookTypes()).containsExactly("payment.authorised");
    }

    @Test
    void ordinaryCardsAreNotDisputed() {
        Payment ordinary = paid(TestCard.APPROVED);
        sandbox.capture(ordinary.id(), PRICE, attempt(1));
        clock.advance(Duration.ofDays(1));
        disputeDesk.moveDue();
        assertThat(webhookTypes()).containsExactly("payment.authorised");
    }
}
