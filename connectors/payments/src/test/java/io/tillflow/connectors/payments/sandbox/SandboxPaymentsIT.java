package io.tillflow.connectors.payments.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.payments.CaptureResult;
import io.tillflow.connectors.payments.DeclineReason;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.payments.PaymentStatus;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.payments.PaymentsContract;
import io.tillflow.connectors.payments.VoidResult;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.TestClock;
import io.tillflow.connectors.provider.TestDatabase;
import io.tillflow.connectors.provider.sandbox.Fault;
import io.tillflow.connectors.provider.sandbox.Faults;
import io.tillflow.connectors.provider.sandbox.IdempotentCalls;
import io.tillflow.connectors.provider.sandbox.Webhooks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SandboxPaymentsIT extends PaymentsContract {
    private final JdbcClient database = TestDatabase.jdbc();
    private final TestClock clock = new TestClock(Instant.parse("2026-01-31T09:30:00Z"));
    private final PaymentBook book = new PaymentBook(database, clock);
    private final Faults faults = new Faults(database, new Random(7));
    private final Webhooks webhooks = new Webhooks(database, faults, new Random(7), clock, () -> {});
    private final PaymentDesk desk =
            new PaymentDesk(book, webhooks, SandboxPaymentsSettings.defaults(), TestDatabase.transaction(), clock);
    private final SandboxPayments sandbox =
            new SandboxPayments(book, new IdempotentCalls(database, TestDatabase.transaction()), faults);

    @Override
    protected Payments payments() {
        return sandbox;
    }

    @Override
    protected void authorise(Payment payment) {
        desk.pay(payment.id(), TestCard.APPROVED);
    }

    @Override
    protected void decline(Payment payment) {
        desk.pay(payment.id(), TestCard.INSUFFICIENT_FUNDS);
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
}
