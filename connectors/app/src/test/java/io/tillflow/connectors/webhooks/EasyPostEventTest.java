package io.tillflow.connectors.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.intake.Event;
import io.tillflow.connectors.shipping.Shipment;
import io.tillflow.connectors.shipping.ShipmentStatus;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EasyPostEventTest {
    private static final String DELIVERED = """
            {"id": "evt_1", "object": "Event", "mode": "test", "description": "tracker.updated", "created_at": "2026-03-02T12:00:00Z",
             "previous_attributes": {"status": "out_for_delivery"},
             "result": {"id": "trk_1", "object": "Tracker", "tracking_code": "EZ1", "status": "delivered", "shipment_id": "shp_1"}}""";
    private static final Shipment PARCEL = new Shipment(
            "shp_1", "7f3", "DHLExpress", "Economy", "EZ1", ShipmentStatus.DELIVERED, "https://track.example/EZ1");

    @ParameterizedTest
    @CsvSource({"delivered,shipment-delivered", "failure,shipment-lost", "return_to_sender,shipment-lost"})
    void tellsWhatAnAutomationWaitsFor(String status, String message) {
        EasyPostEvent news = EasyPostEvent.read(bytes(DELIVERED.replace("\"delivered\"", "\"" + status + "\"")))
                .orElseThrow();
        assertThat(news.shipmentId()).isEqualTo("shp_1");
        Event event = news.event(PARCEL);
        assertThat(event.type()).isEqualTo(message);
        assertThat(event.subject()).isEqualTo("7f3");
        assertThat(event.id()).isEqualTo("evt_1");
        assertThat(event.data()).contains("\"id\":\"shp_1\"", "\"trackingNumber\":\"EZ1\"");
    }

    @Test
    void leavesAllElseAlone() {
        assertThat(EasyPostEvent.read(bytes(DELIVERED.replace("\"delivered\"", "\"in_transit\""))))
                .isEmpty();
        assertThat(EasyPostEvent.read(bytes(DELIVERED.replace("tracker.updated", "batch.created"))))
                .isEmpty();
        assertThat(EasyPostEvent.read(bytes(DELIVERED.replace("\"shp_1\"", "null"))))
                .as("a tracker without a shipment of ours")
                .isEmpty();
    }

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() -> EasyPostEvent.read(bytes("<html>"))).hasMessageContaining("in JSON");
        assertThatThrownBy(() -> EasyPostEvent.read(bytes(DELIVERED.replace("\"evt_1\"", "7"))))
                .hasMessageContaining("expected id");
        assertThatThrownBy(() -> EasyPostEvent.read(bytes(DELIVERED.replace("2026-03-02T12:00:00Z", "today"))))
                .hasMessageContaining("created_at");
    }

    /** The signature was made by openssl: printf '%s' '{"a":1}' | openssl dgst -sha256 -hmac s3cret-of-the-hook. */
    @Test
    void believesOnlyWhatIsSignedWithOurSecret() {
        String signed = "hmac-sha256-hex=8495a1536deaa8ef6704125dd601ef60973e40868d30c282a283c5412e946b24";
        assertThat(EasyPostWebhookController.genuine("s3cret-of-the-hook", signed, bytes("{\"a\":1}")))
                .isTrue();
        assertThat(EasyPostWebhookController.genuine("s3cret-of-the-hook", signed, bytes("{\"a\":2}")))
                .isFalse();
        assertThat(EasyPostWebhookController.genuine("another-secret", signed, bytes("{\"a\":1}")))
                .isFalse();
        assertThat(EasyPostWebhookController.genuine("s3cret-of-the-hook", null, bytes("{\"a\":1}")))
                .isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
