package io.tillflow.connectors.webhooks;

import static io.tillflow.connectors.webhooks.Payload.parse;
import static io.tillflow.connectors.webhooks.Payload.text;

import io.tillflow.connectors.commerce.shopify.OrderId;
import io.tillflow.connectors.intake.Event;
import io.tillflow.processes.OfferedMessage;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns Shopify's news of orders into events. It signs the body and not the headers, so a topic counts only where the order itself bears it
 * out, and an event is known by topic and order, whatever id its delivery has.
 */
final class ShopifyEvent {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ShopifyEvent() {}

    /**
     * Empty for news that no automation waits for; throws when the body is malformed.
     *
     * @param topic as the header says
     */
    static Optional<Event> read(@Nullable String topic, byte[] body) {
        JsonNode order = parse(body);
        return switch (topic == null ? "" : topic) {
            case "orders/create" -> Optional.of(event(OfferedMessage.SHOPIFY_ORDER_CREATED, "created_at", order));
            case "orders/paid" ->
                isPaid(order)
                        ? Optional.of(event(OfferedMessage.SHOPIFY_ORDER_PAID, "updated_at", order))
                        : Optional.empty();
            case "orders/cancelled" ->
                order.path("cancelled_at").isString()
                        ? Optional.of(event(OfferedMessage.SHOPIFY_ORDER_CANCELLED, "cancelled_at", order))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isPaid(JsonNode order) {
        return order.path("financial_status").asString("").equals("paid");
    }

    private static Event event(String message, String when, JsonNode order) {
        if (!order.path("id").isIntegralNumber()) {
            throw new IllegalArgumentException("expected id in the webhook to be a whole number");
        }
        String id = OrderId.of(order.path("id").asLong());
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("businessKey", text(order, "name"));
        data.put("order", facts(id, order));
        if (message.equals(OfferedMessage.SHOPIFY_ORDER_CANCELLED)) {
            data.put(
                    "cancellation", Map.of("reason", order.path("cancel_reason").asString("other")));
        }
        return new Event(
                "shopify", message + "/" + id, message, id, instant(order, when), JSON.writeValueAsString(data));
    }

    /** Nothing in it names a person. */
    private static Map<String, Object> facts(String id, JsonNode order) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", id);
        facts.put("number", text(order, "name"));
        facts.put("currency", text(order, "currency"));
        facts.put("total", minor(text(order, "total_price"), text(order, "currency")));
        facts.put(
                "items",
                order.path("line_items")
                        .valueStream()
                        .mapToInt(line -> line.path("quantity").asInt(0))
                        .sum());
        facts.put("weightGrams", order.path("total_weight").asInt(0));
        facts.put("country", order.path("shipping_address").path("country_code").asString(""));
        facts.put("channel", order.path("source_name").asString(""));
        facts.put("paid", isPaid(order));
        facts.put("test", order.path("test").asBoolean(false));
        return facts;
    }

    private static long minor(String amount, String currency) {
        try {
            int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
            return new BigDecimal(amount).movePointRight(digits).longValueExact();
        } catch (ArithmeticException | IllegalArgumentException expected) {
            throw new IllegalArgumentException("expected total_price in the webhook to be an amount of its currency");
        }
    }

    /** {@code 2026-03-02T12:00:00-05:00}: by the store's clock. */
    private static Instant instant(JsonNode order, String name) {
        try {
            return OffsetDateTime.parse(text(order, name)).toInstant();
        } catch (DateTimeException expected) {
            throw new IllegalArgumentException("expected " + name + " in the webhook to be an instant");
        }
    }
}
