package io.tillflow.connectors.webhooks;

import io.tillflow.connectors.intake.Event;
import io.tillflow.connectors.shipping.Shipment;
import io.tillflow.processes.Message;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
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
        return Optional.of(new EasyPostEvent(text(event, "id"), message, text(tracker, "shipment_id"), created(event)));
    }

    Event event(Shipment parcel) {
        String data = JSON.writeValueAsString(
                Map.of("shipment", Map.of("id", parcel.id(), "trackingNumber", parcel.trackingNumber())));
        return new Event("easypost", id, message, parcel.reference(), created, data);
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException expected) {
            throw new IllegalArgumentException("expected a webhook in JSON");
        }
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException("expected " + name + " in the webhook to be a text");
        }
        return value.stringValue();
    }

    private static Instant created(JsonNode event) {
        try {
            return Instant.parse(text(event, "created_at"));
        } catch (DateTimeParseException expected) {
            throw new IllegalArgumentException("expected created_at in the webhook to be an instant");
        }
    }
}
