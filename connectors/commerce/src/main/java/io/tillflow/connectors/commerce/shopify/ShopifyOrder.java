package io.tillflow.connectors.commerce.shopify;

import io.tillflow.connectors.commerce.Delivery;
import io.tillflow.connectors.commerce.OrderFacts;
import io.tillflow.processes.OrderState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An order as Shopify tells it, in our words. */
record ShopifyOrder(String orderId, JsonNode told) {
    /** All but its lines, which come in pages. */
    static final String QUERY = """
            query Order($id: ID!) {
              order(id: $id) {
                id name email phone currencyCode customerLocale statusPageUrl cancelledAt note totalWeight
                displayFinancialStatus displayFulfillmentStatus
                currentTotalPriceSet { shopMoney { amount } }
                totalShippingPriceSet { shopMoney { amount } }
                shippingAddress { name address1 address2 zip city countryCodeV2 }
                fulfillments(first: 50) { id status displayStatus trackingInfo(first: 10) { company number } }
              }
            }
            """;

    static final String LINES = """
            query OrderLines($id: ID!, $after: String) {
              order(id: $id) {
                lineItems(first: 50, after: $after) {
                  nodes {
                    sku name quantity currentQuantity
                    originalUnitPriceSet { shopMoney { amount } }
                    discountedUnitPriceSet { shopMoney { amount } }
                    discountedTotalSet { shopMoney { amount } }
                  }
                  pageInfo { hasNextPage endCursor }
                }
              }
            }
            """;

    OrderFacts facts(List<OrderFacts.Line> lines) {
        return new OrderFacts(
                orderId,
                text(told, "name"),
                text(told, "email"),
                text(told, "phone"),
                currency(),
                language(),
                amount(told.path("currentTotalPriceSet")),
                null,
                null,
                amount(told.path("totalShippingPriceSet")),
                Integer.parseInt(told.path("totalWeight").asString("0")),
                false,
                text(told, "statusPageUrl"),
                place(told.path("shippingAddress")),
                lines,
                null,
                null,
                null,
                null);
    }

    /** What was taken out of the order again is no line of it. */
    List<OrderFacts.Line> lines(JsonNode page) {
        return page.path("nodes")
                .valueStream()
                .filter(line -> line.path("currentQuantity").asInt(0) > 0)
                .map(this::line)
                .toList();
    }

    private OrderFacts.Line line(JsonNode line) {
        int quantity = line.path("currentQuantity").asInt(0);
        long total = quantity == line.path("quantity").asInt(0)
                ? amount(line.path("discountedTotalSet"))
                : quantity * amount(line.path("discountedUnitPriceSet"));
        return new OrderFacts.Line(
                text(line, "sku"), text(line, "name"), quantity, amount(line.path("originalUnitPriceSet")), total);
    }

    Delivery delivery() {
        Delivery.Parcel parcel = parcels()
                .flatMap(it -> it.path("trackingInfo").valueStream())
                .reduce((earlier, later) -> later)
                .map(it -> new Delivery.Parcel(orNull(it, "company"), orNull(it, "number")))
                .orElse(null);
        return new Delivery(text(told, "name"), state(), parcel);
    }

    /** What left the house; cancelled ones did not. */
    Stream<JsonNode> parcels() {
        return told.path("fulfillments")
                .valueStream()
                .filter(parcel -> text(parcel, "status").equals("SUCCESS"));
    }

    boolean isCancelled() {
        return !text(told, "cancelledAt").isEmpty();
    }

    boolean isHandedOver() {
        return text(told, "displayFulfillmentStatus").equals("FULFILLED");
    }

    String number() {
        return text(told, "name");
    }

    String note() {
        return text(told, "note");
    }

    String currency() {
        return text(told, "currencyCode");
    }

    static boolean isDelivered(JsonNode parcel) {
        return text(parcel, "displayStatus").equals("DELIVERED");
    }

    private OrderState state() {
        if (isCancelled()) {
            return OrderState.CANCELLED;
        }
        if (isHandedOver()) {
            return parcels().allMatch(ShopifyOrder::isDelivered) ? OrderState.DELIVERED : OrderState.SHIPPED;
        }
        if (parcels().findAny().isPresent()) {
            return OrderState.PREPARING;
        }
        return switch (text(told, "displayFinancialStatus")) {
            case "PAID", "PARTIALLY_REFUNDED", "REFUNDED" -> OrderState.PAID;
            case "AUTHORIZED", "PENDING", "PARTIALLY_PAID", "EXPIRED" -> OrderState.AWAITING_PAYMENT;
            default -> OrderState.PLACED;
        };
    }

    private @Nullable String language() {
        String language = Locale.forLanguageTag(text(told, "customerLocale")).getLanguage();
        return language.length() == 2 ? language : null;
    }

    private static OrderFacts.Place place(JsonNode address) {
        return new OrderFacts.Place(
                text(address, "name"),
                text(address, "address1"),
                text(address, "address2"),
                text(address, "zip"),
                text(address, "city"),
                text(address, "countryCodeV2"));
    }

    private long amount(JsonNode bag) {
        return minor(text(bag.path("shopMoney"), "amount"), currency());
    }

    /** {@code 112.0} as 11200. */
    static long minor(String amount, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return amount.isEmpty()
                ? 0
                : new BigDecimal(amount)
                        .movePointRight(digits)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
    }

    static String text(JsonNode node, String name) {
        return node.path(name).isString() ? node.path(name).stringValue() : "";
    }

    private static @Nullable String orNull(JsonNode node, String name) {
        String text = text(node, name);
        return text.isEmpty() ? null : text;
    }
}
