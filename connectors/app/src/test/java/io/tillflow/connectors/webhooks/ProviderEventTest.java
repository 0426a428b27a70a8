package io.tillflow.connectors.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.intake.Event;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderEventTest {
    @Test
    void aDeclineKeepsItsReasonAndNothingElse() {
        assertThat(ProviderEvent.read("payments", """
                {"id": "w1", "type": "payment.declined", "created": "2026-01-31T09:30:00Z",
                 "data": {"id": "pay_1", "reference": "7f3", "status": "DECLINED", "declineReason": "INSUFFICIENT_FUNDS", "card": "4242"}}
                """.getBytes(UTF_8)))
                .contains(
                        new Event(
                                "payments",
                                "w1",
                                "payment-declined",
                                "7f3",
                                Instant.parse("2026-01-31T09:30:00Z"),
                                "{\"payment\":{\"id\":\"pay_1\",\"status\":\"DECLINED\",\"declineReason\":\"INSUFFICIENT_FUNDS\"}}"));
    }

    @Test
    void aDisputeBeginsAndEndsUnderItsOwnId() {
        String dispute = """
                {"id": "w%s", "type": "%s", "created": "2026-01-31T09:30:00Z",
                 "data": {"id": "dp_1", "paymentId": "pay_1", "reference": "7f3", "amount": 11200, "currency": "EUR",
                          "reason": "FRAUDULENT", "status": "OPEN", "shopper": "Mara"}}
                """;
        assertThat(ProviderEvent.read(
                        "payments", dispute.formatted(5, "payment.disputed").getBytes(UTF_8)))
                .hasValueSatisfying(event -> {
                    assertThat(event.type()).isEqualTo("payment-disputed");
                    assertThat(event.subject()).isEqualTo("dp_1");
                    assertThat(event.data())
                            .contains("\"order\":{\"id\":\"7f3\"}", "11200")
                            .doesNotContain("Mara");
                });
        assertThat(ProviderEvent.read(
                        "payments",
                        dispute.formatted(6, "payment.dispute-closed").getBytes(UTF_8)))
                .hasValueSatisfying(event -> {
                    assertThat(event.subject()).isEqualTo("dp_1");
                    assertThat(event.data()).isEqualTo("{\"closing\":{\"disputeId\":\"dp_1\",\"status\":\"OPEN\"}}");
                });
        assertThatThrownBy(() -> ProviderEvent.read(
                        "shipping", dispute.formatted(7, "payment.disputed").getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDeliveryNamesItsParcel() {
        assertThat(ProviderEvent.read("shipping", """
                {"id": "w2", "type": "shipment.delivered", "created": "2026-01-31T09:30:00Z",
                 "data": {"id": "shp_1", "reference": "7f3", "trackingNumber": "ULM1", "status": "DELIVERED"}}
                """.getBytes(UTF_8))).hasValueSatisfying(event -> {
            assertThat(event.type()).isEqualTo("shipment-delivered");
            assertThat(event.data()).contains("\"id\":\"shp_1\"", "\"trackingNumber\":\"ULM1\"");
        });
    }

    @Test
    void newsOfAPurchaseSayHowItStandsAndNothingElse() {
        assertThat(ProviderEvent.read("suppliers", """
                {"id": "w4", "type": "purchase.updated", "created": "2026-01-31T09:30:00Z",
                 "data": {"id": "po_1", "reference": "7f3-1", "status": "CONFIRMED", "quantity": 24, "expectedOn": "2026-02-12", "clerk": "Mara"}}
                """.getBytes(UTF_8)))
                .contains(
                        new Event(
                                "suppliers",
                                "w4",
                                "purchase-updated",
                                "7f3-1",
                                Instant.parse("2026-01-31T09:30:00Z"),
                                "{\"news\":{\"purchaseId\":\"po_1\",\"status\":\"CONFIRMED\",\"quantity\":24,\"expectedOn\":\"2026-02-12\"}}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\": \"LOST\", \"quantity\": 1",
                "\"status\": \"CONFIRMED\", \"quantity\": \"all\"",
                "\"status\": \"DELIVERED\", \"quantity\": -1",
                "\"status\": \"CONFIRMED\", \"quantity\": 1, \"expectedOn\": \"next week\""
            })
    void newsThatMakeNoSenseAreRefused(String said) {
        byte[] body = """
                {"id": "w5", "type": "purchase.updated", "created": "2026-01-31T09:30:00Z", "data": {"id": "po_1", "reference": "7f3-1", %s}}
                """.formatted(said).getBytes(UTF_8);
        assertThatThrownBy(() -> ProviderEvent.read("suppliers", body)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "purchases, payment.authorised",
        "suppliers, payment.declined",
        "purchases, shipment.delivered",
        "payments, purchase.updated",
        "shipping, purchase.updated",
        "shipping, payment.authorised"
    })
    void nobodyTellsOfWhatIsNotTheirs(String provider, String type) {
        byte[] body = """
                {"id": "w6", "type": "%s", "created": "2026-01-31T09:30:00Z",
                 "data": {"id": "x", "reference": "7f3", "status": "CONFIRMED", "quantity": 1, "trackingNumber": "T"}}
                """.formatted(type).getBytes(UTF_8);
        assertThatThrownBy(() -> ProviderEvent.read(provider, body))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(type);
    }

    @Test
    void anEventThatNobodyWaitsForIsNone() {
        assertThat(ProviderEvent.read("payments", "{\"id\":\"w3\",\"type\":\"payout.paid\"}".getBytes(UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "{}",
                "{\"id\":\"w\",\"type\":\"payment.authorised\",\"created\":\"2026-01-31T09:30:00Z\",\"data\":{}}",
                "{\"id\":\"w\",\"type\":\"payment.authorised\",\"created\":\"now\",\"data\":{\"id\":\"p\",\"reference\":\"7\",\"status\":\"AUTHORISED\"}}"
            })
    void refusesAMalformedBody(String body) {
        assertThatThrownBy(() -> ProviderEvent.read("payments", body.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
