package io.tillflow.connectors.webhooks;

import static io.tillflow.connectors.webhooks.Payload.instant;
import static io.tillflow.connectors.webhooks.Payload.parse;
import static io.tillflow.connectors.webhooks.Payload.text;

import io.tillflow.connectors.intake.Event;
import io.tillflow.processes.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns what a provider calls an event into ours. */
final class ProviderEvent {
    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<String, String> MESSAGES = Map.of(
            "payment.authorised",
            Message.PAYMENT_AUTHORISED,
            "payment.declined",
            Message.PAYMENT_DECLINED,
            "payment.expired",
            Message.PAYMENT_EXPIRED,
            "payment.disputed",
            Message.PAYMENT_DISPUTED,
            "payment.dispute-closed",
            Message.PAYMENT_DISPUTE_CLOSED,
            "shipment.delivered",
            Message.SHIPMENT_DELIVERED,
            "shipment.lost",
            Message.SHIPMENT_LOST,
            PurchaseNews.TYPE,
            Message.PURCHASE_UPDATED);

    /** What each provider may tell of; its secret vouches for nothing else. */
    private static final Map<String, String> SUBJECTS = Map.of(
            "payments", "payment-",
            "shipping", "shipment-",
            "suppliers", "purchase-",
            "purchases", "purchase-");

    private ProviderEvent() {}

    /** Empty for events that no automation of ours waits for; throws when the body is malformed. */
    static Optional<Event> read(String provider, byte[] body) {
        JsonNode event = parse(body);
        String message = MESSAGES.get(text(event, "type"));
        if (message == null) {
            return Optional.empty();
        }
        if (!message.startsWith(SUBJECTS.getOrDefault(provider, "none"))) {
            throw new IllegalArgumentException(
                    "expected no " + text(event, "type") + " from " + provider + ", for it is not theirs to tell");
        }
        JsonNode facts = event.path("data");
        String data = JSON.writeValueAsString(data(message, facts));
        String subject = text(facts, DisputeNews.tells(message) ? "id" : "reference");
        return Optional.of(new Event(provider, text(event, "id"), message, subject, instant(event, "created"), data));
    }

    private static Map<String, Object> data(String message, JsonNode facts) {
        if (DisputeNews.tells(message)) {
            return DisputeNews.of(facts).data(message);
        }
        return switch (message.substring(0, message.indexOf('-'))) {
            case "payment" -> Map.of("payment", payment(facts));
            case "purchase" -> Map.of("news", PurchaseNews.of(facts));
            default -> Map.of("shipment", shipment(facts));
        };
    }

    private static Map<String, String> payment(JsonNode facts) {
        Map<String, String> payment = new LinkedHashMap<>();
        payment.put("id", text(facts, "id"));
        payment.put("status", text(facts, "status"));
        if (facts.path("declineReason").isString()) {
            payment.put("declineReason", text(facts, "declineReason"));
        }
        return payment;
    }

    private static Map<String, String> shipment(JsonNode facts) {
        return Map.of("id", text(facts, "id"), "trackingNumber", text(facts, "trackingNumber"));
    }
}
