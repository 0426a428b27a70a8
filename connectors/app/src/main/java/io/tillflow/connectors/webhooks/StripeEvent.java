package io.tillflow.connectors.webhooks;

import static io.tillflow.connectors.webhooks.Payload.parse;
import static io.tillflow.connectors.webhooks.Payload.text;

import io.tillflow.connectors.intake.Event;
import io.tillflow.connectors.payments.Dispute;
import io.tillflow.processes.Message;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns Stripe's events about Checkout sessions and disputes into ours. */
final class StripeEvent {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Told> TOLD = Map.of(
            "checkout.session.completed", new Told(Message.PAYMENT_AUTHORISED, "AUTHORISED"),
            "checkout.session.async_payment_failed", new Told(Message.PAYMENT_DECLINED, "DECLINED"),
            "checkout.session.expired", new Told(Message.PAYMENT_EXPIRED, "EXPIRED"));

    private static final Map<String, String> DISPUTES = Map.of(
            "charge.dispute.created", Message.PAYMENT_DISPUTED,
            "charge.dispute.closed", Message.PAYMENT_DISPUTE_CLOSED);

    private record Told(String message, String status) {}

    private StripeEvent() {}

    /**
     * Empty for events that no automation of ours waits for; throws when the body is malformed.
     *
     * @param disputes asked for what an event about a dispute leaves out: our payment and its order
     */
    static Optional<Event> read(byte[] body, Function<String, Optional<Dispute>> disputes) {
        JsonNode event = parse(body);
        String dispute = DISPUTES.get(text(event, "type"));
        if (dispute != null) {
            return disputes.apply(text(event.path("data").path("object"), "id"))
                    .filter(known -> !known.reference().isEmpty())
                    .map(known -> of(event, dispute, known));
        }
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
                created(event),
                data));
    }

    private static Event of(JsonNode event, String message, Dispute dispute) {
        DisputeNews news = new DisputeNews(
                dispute.id(),
                dispute.paymentId(),
                dispute.reference(),
                dispute.amount().minorUnits(),
                dispute.amount().currency(),
                dispute.reason().name(),
                dispute.status().name());
        return new Event(
                "stripe",
                text(event, "id"),
                message,
                dispute.id(),
                created(event),
                JSON.writeValueAsString(news.data(message)));
    }

    private static Instant created(JsonNode event) {
        return Instant.ofEpochSecond(event.path("created").asLong(0));
    }
}
