package io.tillflow.connectors.webhooks;

import static io.tillflow.connectors.webhooks.Payload.instant;
import static io.tillflow.connectors.webhooks.Payload.parse;
import static io.tillflow.connectors.webhooks.Payload.text;

import io.tillflow.connectors.intake.Event;
import io.tillflow.connectors.shipping.Shipment;
import io.tillflow.processes.Message;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What EasyPost tells of a parcel, as far as an automation of ours waits for it.
 *
 * @param shipmentId by which the parcel is looked up: the event does not say whose it is
 */
record EasyPostEvent(String id, String message, String shipmentId, Instant created) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> MESSAGES = Map.of(
            "delivered", Message.SHIPMENT_DELIVERED,
            "failure", Message.SHIPMENT_LOST,
            "return_to_sender", Message.SHIPMENT_LOST);

    /** Empty for news that nobody waits for; throws when the body is malformed. */
    static Optional<EasyPostEvent> read(byte[] body) {
        JsonNode event = parse(body);
        JsonNode tracker = event.path("result");
        String message = MESSAGES.get(tracker.path("status").asString(""));
        if (!text(event, "description").equals("tracker.updated")
                || message == null
                || !tracker.path("shipment_id").isString()) {
            return Optional.empty();
        }
        return Optional.of(new EasyPostEvent(
                text(event, "id"), message, text(tracker, "shipment_id"), instant(event, "created_at")));
    }

    Event event(Shipment parcel) {
        String data = JSON.writeValueAsString(
                Map.of("shipment", Map.of("id", parcel.id(), "trackingNumber", parcel.trackingNumber())));
        return new Event("easypost", id, message, parcel.reference(), created, data);
    }
}
