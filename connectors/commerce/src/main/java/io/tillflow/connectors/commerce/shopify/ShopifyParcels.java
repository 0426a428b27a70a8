package io.tillflow.connectors.commerce.shopify;

import static io.tillflow.connectors.commerce.shopify.ShopifyOrder.text;

import io.tillflow.connectors.commerce.OrderNews;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Tells Shopify that an order left the house, and that it arrived. */
final class ShopifyParcels {
    private static final Set<String> OPEN = Set.of("OPEN", "IN_PROGRESS");
    private static final String WAITING = """
            query OrderParcels($id: ID!) {
              order(id: $id) { fulfillmentOrders(first: 50) { nodes { id status assignedLocation { location { id } } } } }
            }
            """;
    private static final String HAND_OVER = """
            mutation HandOver($fulfillment: FulfillmentInput!) {
              fulfillmentCreate(fulfillment: $fulfillment) { fulfillment { id status } userErrors { field message } }
            }
            """;
    private static final String ARRIVED = """
            mutation Arrived($event: FulfillmentEventInput!) {
              fulfillmentEventCreate(fulfillmentEvent: $event) { fulfillmentEvent { id } userErrors { field message } }
            }
            """;

    private final ShopifyClient shopify;

    ShopifyParcels(ShopifyClient shopify) {
        this.shopify = shopify;
    }

    /** Everything of the order that waits, one parcel from each location; Shopify writes to the shopper. */
    void handOver(Supplier<ShopifyOrder> order, OrderNews news) {
        String orderId = order.get().orderId();
        Map<String, List<Map<String, String>>> waiting = waiting(orderId);
        if (waiting.isEmpty() && !isHandedOver(order.get(), news)) {
            throw new IllegalStateException("expected order " + orderId
                    + " to have something that waits to be handed over, but it has not: it is cancelled, on hold, somebody"
                    + " else's to deliver, or it left with another number");
        }
        waiting.values().forEach(parts -> handOver(parts, order, news));
    }

    /** Who was asked twice at once is refused once; a number on one parcel says nothing of what lies at another location. */
    private void handOver(List<Map<String, String>> parts, Supplier<ShopifyOrder> order, OrderNews news) {
        Map<String, Object> fulfilment =
                Map.of("lineItemsByFulfillmentOrder", parts, "notifyCustomer", true, "trackingInfo", tracking(news));
        try {
            shopify.change("fulfillmentCreate", HAND_OVER, Map.of("fulfillment", fulfilment));
        } catch (ShopifyClient.Refusal refusal) {
            if (isWaiting(parts, order.get().orderId()) || !isHandedOver(order.get(), news)) {
                throw refusal;
            }
        }
    }

    private boolean isWaiting(List<Map<String, String>> parts, String orderId) {
        return waiting(orderId).values().stream().flatMap(List::stream).anyMatch(parts::contains);
    }

    void delivered(ShopifyOrder order) {
        List<JsonNode> parcels = order.parcels().toList();
        if (parcels.isEmpty()) {
            throw new IllegalStateException("expected order " + order.orderId()
                    + " to have left before it arrives, but Shopify knows no parcel of it");
        }
        parcels.stream()
                .filter(parcel -> !ShopifyOrder.isDelivered(parcel))
                .forEach(parcel -> shopify.change(
                        "fulfillmentEventCreate",
                        ARRIVED,
                        Map.of("event", Map.of("fulfillmentId", text(parcel, "id"), "status", "DELIVERED"))));
    }

    private static boolean isHandedOver(ShopifyOrder order, OrderNews news) {
        String number = news.trackingNumber();
        return (number == null || number.isBlank())
                ? order.isHandedOver()
                : order.parcels()
                        .flatMap(parcel -> parcel.path("trackingInfo").valueStream())
                        .anyMatch(it -> text(it, "number").equals(number));
    }

    /** By location: what lies at two places cannot leave as one. */
    private Map<String, List<Map<String, String>>> waiting(String orderId) {
        return shopify.ask(WAITING, Map.of("id", OrderId.global(orderId)))
                .path("order")
                .path("fulfillmentOrders")
                .path("nodes")
                .valueStream()
                .filter(it -> OPEN.contains(text(it, "status")))
                .collect(Collectors.groupingBy(
                        it -> text(it.path("assignedLocation").path("location"), "id"),
                        LinkedHashMap::new,
                        Collectors.mapping(it -> Map.of("fulfillmentOrderId", text(it, "id")), Collectors.toList())));
    }

    /** A page of our own sandbox means nothing to shoppers of another shop. */
    private static Map<String, String> tracking(OrderNews news) {
        Map<String, String> tracking = new HashMap<>();
        if (news.carrier() != null) {
            tracking.put("company", news.carrier());
        }
        if (news.trackingNumber() != null) {
            tracking.put("number", news.trackingNumber());
        }
        if (news.trackingUrl() != null && news.trackingUrl().startsWith("http")) {
            tracking.put("url", news.trackingUrl());
        }
        return tracking;
    }
}
