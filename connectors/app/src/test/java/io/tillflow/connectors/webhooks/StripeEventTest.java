package io.tillflow.connectors.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.intake.Event;
import io.tillflow.connectors.payments.Dispute;
import io.tillflow.connectors.payments.DisputeReason;
import io.tillflow.connectors.payments.DisputeStatus;
import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.provider.webhook.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeEventTest {
    private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");
    private static final WebhookSignature SIGNATURE =
            new WebhookSignature("whsec_of_the_tests", Clock.fixed(NOW, ZoneOffset.UTC));

    private static Optional<Event> disputed(String type, String reference) {
        Dispute dispute = new Dispute(
                "dp_1",
                "cs_1",
                reference,
                new Money(11_200, "EUR"),
                DisputeReason.NOT_RECEIVED,
                DisputeStatus.LOST,
                null);
        byte[] body = """
                {"id": "evt_2", "type": "%s", "created": 1769851800,
                 "data": {"object": {"id": "dp_1", "payment_intent": "pi_1", "evidence": {"customer_name": "Mara"}}}}
                """.formatted(type).getBytes(StandardCharsets.UTF_8);
        return StripeEvent.read(
                body, id -> Optional.of(dispute).filter(known -> known.id().equals(id)));
    }

    @Test
    void aDisputeBeginsAndEndsUnderItsOwnIdAndNamesOurOrder() {
        assertThat(disputed("charge.dispute.created", "7f3"))
                .contains(
                        new Event(
                                "stripe",
                                "evt_2",
                                "payment-disputed",
                                "dp_1",
                                NOW,
                                "{\"order\":{\"id\":\"7f3\"},\"payment\":{\"id\":\"cs_1\"},\"dispute\":"
                                        + "{\"id\":\"dp_1\",\"amount\":11200,\"currency\":\"EUR\",\"reason\":\"NOT_RECEIVED\"}}"));
        Event closed = disputed("charge.dispute.closed", "7f3").orElseThrow();
        assertThat(closed.type()).isEqualTo("payment-dispute-closed");
        assertThat(closed.subject()).isEqualTo("dp_1");
        assertThat(closed.data()).contains("LOST");
    }

    @Test
    void aDisputeAboutAPaymentThatIsNotOursIsTakenAndForgotten() {
        assertThat(disputed("charge.dispute.created", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "checkout.session.completed, payment-authorised, AUTHORISED",
        "checkout.session.async_payment_failed, payment-declined, DECLINED",
        "checkout.session.expired, payment-expired, EXPIRED"
    })
    void aSessionsFateBecomesOurEvent(String type, String message, String status) {
        Event event = StripeEvent.read(session(type), id -> Optional.empty()).orElseThrow();
        assertThat(event.source()).isEqualTo("stripe");
        assertThat(event.id()).isEqualTo("evt_1");
        assertThat(event.type()).isEqualTo(message);
        assertThat(event.subject()).isEqualTo("7f3");
        assertThat(event.data()).contains("cs_1", status);
    }

    @Test
    void whatNobodyWaitsForIsTakenAndForgotten() {
        assertThat(StripeEvent.read(session("customer.created"), id -> Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "{\"type\": \"checkout.session.completed\", \"id\": \"evt_1\"}"})
    void aMalformedOneIsRefused(String body) {
        assertThatThrownBy(() -> StripeEvent.read(body.getBytes(StandardCharsets.UTF_8), id -> Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected");
    }

    @Test
    void oneOfSeveralSignaturesMustFit() {
        byte[] body = session("checkout.session.completed");
        String[] parts = SIGNATURE.sign(body).split(",");
        String wrong = "v1=" + "0".repeat(64);
        assertThat(genuine(parts[0] + "," + wrong + "," + parts[1] + ",v0=abc", body))
                .isTrue();
        assertThat(genuine(parts[0] + "," + wrong, body)).isFalse();
        assertThat(genuine(parts[0] + "," + parts[1], session("checkout.session.expired")))
                .isFalse();
        assertThat(genuine(null, body)).isFalse();
        assertThat(genuine("nonsense", body)).isFalse();
    }

    private static boolean genuine(@org.jspecify.annotations.Nullable String header, byte[] body) {
        return StripeWebhookController.genuine(SIGNATURE, header, body);
    }

    private static byte[] session(String type) {
        return """
                {"id": "evt_1", "type": "%s", "created": 1769851800,
                 "data": {"object": {"id": "cs_1", "client_reference_id": "7f3", "payment_intent": "pi_1"}}}
                """.formatted(type).getBytes(StandardCharsets.UTF_8);
    }
}
