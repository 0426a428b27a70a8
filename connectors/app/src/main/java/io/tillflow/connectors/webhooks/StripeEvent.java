package io.tillflow.connectors.webhooks;

import static io.tillflow.connectors.webhooks.Payload.parse;
import static io.tillflow.connectors.webhooks.Payload.text;

import io.tillflow.connectors.intake.Event;
import io.tillflow.processes.Message;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns Stripe's events about Checkout sessions into ours. */
final class StripeEvent {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Told> TOLD = Map.of(
            "checkout.session.completed", new Told(Message.PAYMENT_AUTHORISED, "AUTHORISED"),
            "checkout.session.async_payment_failed", new Told(Message.PAYMENT_DECLINED, "DECLINED"),
            "checkout.session.expired", new Told(Message.PAYMENT_EXPIRED, "EXPIRED"));

    private record Told(String message, String status) {}

    private StripeEvent() {}

    /** Empty for events that no automation of ours waits for; throws when the body is malformed. */
    static Optional<Event> read(byte[] body) {
        JsonNode event = parse(body);
        Told told = TOLD.get(text(event, "type"));
        if (told == null) {
            return Optional.empty();
        }
        JsonNode session = event.path("data").path("object");
        String data =
                JSON.writeValueAsString(Map.of("payment", Map.of("id", text(session, "id"), "status", told.status())));
        return Optional.of(new Event(
                "stripe",
                text(event, "id"),
                told.message(),
                text(session, "client_reference_id"),
                Instant.ofEpochSecond(event.path("created").asLong(0)),
                data));
    }
}
