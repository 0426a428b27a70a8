package io.tillflow.connectors.commerce.shopify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One order at the fake: what it holds, and what may happen to it. */
final class FakeOrder {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String number;
    private final ObjectNode told;
    private final List<JsonNode> refunds = new ArrayList<>();
    private final List<JsonNode> transactions = new ArrayList<>();
    private String waiting = "OPEN";
    private String elsewhere = "CLOSED";
    private boolean refusesElsewhere;
    private boolean cancelsSlowly;
    private boolean cancelling;
    private String refusesToCancel = "";

    FakeOrder(String number) {
        this.number = number;
        told = (ObjectNode) JSON.readTree("""
                {"id": "gid://shopify/Order/%s", "name": "#1001", "email": "mara@example.org", "phone": null, "currencyCode": "EUR",
                 "customerLocale": "de-DE", "statusPageUrl": "https://ullmere.myshopify.com/1/orders/a1/authenticate?key=k", "cancelledAt": null,
                 "note": null, "totalWeight": "1400", "displayFinancialStatus": "PAID", "displayFulfillmentStatus": "UNFULFILLED",
                 "currentTotalPriceSet": {"shopMoney": {"amount": "164.9"}}, "totalShippingPriceSet": {"shopMoney": {"amount": "4.9"}},
                 "shippingAddress": {"name": "Mara Lindqvist", "address1": "Long Lane 1", "address2": null, "zip": "10115", "city": "Berlin",
                                     "countryCodeV2": "DE"},
                 "fulfillments": []}
                """.formatted(number));
        transactions.add(JSON.readTree("""
                {"id": "gid://shopify/OrderTransaction/1", "kind": "AUTHORIZATION", "status": "SUCCESS", "gateway": "shopify_payments",
                 "amountSet": {"shopMoney": {"amount": "100.0"}}, "parentTransaction": null}"""));
        transactions.add(JSON.readTree("""
                {"id": "gid://shopify/OrderTransaction/2", "kind": "CAPTURE", "status": "SUCCESS", "gateway": "shopify_payments",
                 "amountSet": {"shopMoney": {"amount": "100.0"}}, "parentTransaction": {"id": "gid://shopify/OrderTransaction/1"}}"""));
        transactions.add(JSON.readTree("""
                {"id": "gid://shopify/OrderTransaction/3", "kind": "SALE", "status": "SUCCESS", "gateway": "gift_card",
                 "amountSet": {"shopMoney": {"amount": "64.9"}}, "parentTransaction": null}"""));
    }

    ObjectNode told() {
        return told;
    }

    /** Two pages of one line each, and on the second one that was taken out again. */
    JsonNode page(JsonNode after) {
        return after.asString("").equals("c1") ? JSON.readTree("""
                {"lineItems": {"nodes": [
                   {"sku": null, "name": "Gift wrap", "quantity": 1, "currentQuantity": 0,
                    "originalUnitPriceSet": {"shopMoney": {"amount": "5.0"}}, "discountedUnitPriceSet": {"shopMoney": {"amount": "5.0"}},
                    "discountedTotalSet": {"shopMoney": {"amount": "5.0"}}},
                   {"sku": "LAMP", "name": "Tarn table lamp", "quantity": 2, "currentQuantity": 1,
                    "originalUnitPriceSet": {"shopMoney": {"amount": "112.0"}}, "discountedUnitPriceSet": {"shopMoney": {"amount": "112.0"}},
                    "discountedTotalSet": {"shopMoney": {"amount": "224.0"}}}],
                 "pageInfo": {"hasNextPage": false, "endCursor": "c2"}}}
                """) : JSON.readTree("""
                {"lineItems": {"nodes": [
                   {"sku": "MUG-BLUE", "name": "Mug, blue", "quantity": 2, "currentQuantity": 2,
                    "originalUnitPriceSet": {"shopMoney": {"amount": "24.0"}}, "discountedUnitPriceSet": {"shopMoney": {"amount": "24.0"}},
                    "discountedTotalSet": {"shopMoney": {"amount": "48.0"}}}],
                 "pageInfo": {"hasNextPage": true, "endCursor": "c1"}}}
                """);
    }

    JsonNode waiting() {
        return JSON.valueToTree(Map.of(
                "fulfillmentOrders",
                Map.of(
                        "nodes",
                        List.of(
                                part("gid://shopify/FulfillmentOrder/0", "Hamburg", "CANCELLED"),
                                part(fulfilmentOrder(), "Hamburg", waiting),
                                part(elsewhere(), "Berlin", elsewhere)))));
    }

    private static Map<String, Object> part(String id, String location, String status) {
        return Map.of(
                "id", id,
                "status", status,
                "assignedLocation", Map.of("location", Map.of("id", "gid://shopify/Location/" + location)));
    }

    private String fulfilmentOrder() {
        return "gid://shopify/FulfillmentOrder/" + number;
    }

    boolean waits(String fulfilmentOrder) {
        return (fulfilmentOrder().equals(fulfilmentOrder) && waiting.equals("OPEN"))
                || (elsewhere().equals(fulfilmentOrder) && elsewhere.equals("OPEN") && !refusesElsewhere);
    }

    private String elsewhere() {
        return fulfilmentOrder() + "0";
    }

    /** Some of it lies at a second location. */
    void liesAtTwo() {
        elsewhere = "OPEN";
    }

    void refuseTheSecond(boolean refuses) {
        refusesElsewhere = refuses;
    }

    void hold() {
        waiting = "ON_HOLD";
    }

    Map<String, Object> handOver(JsonNode fulfilment) {
        String part = fulfilment
                .path("lineItemsByFulfillmentOrder")
                .path(0)
                .path("fulfillmentOrderId")
                .asString("");
        if (part.equals(elsewhere())) {
            elsewhere = "CLOSED";
        } else {
            waiting = "CLOSED";
        }
        boolean all = waiting.equals("CLOSED") && elsewhere.equals("CLOSED");
        told.put("displayFulfillmentStatus", all ? "FULFILLED" : "PARTIALLY_FULFILLED");
        ((ArrayNode) told.path("fulfillments")).add((JsonNode) JSON.valueToTree(Map.of(
                "id",
                part.replace("FulfillmentOrder", "Fulfillment"),
                "status",
                "SUCCESS",
                "displayStatus",
                "FULFILLED",
                "trackingInfo",
                fulfilment.path("trackingInfo").isEmpty() ? List.of() : List.of(fulfilment.path("trackingInfo")))));
        return Map.of("userErrors", List.of());
    }

    void arrived(JsonNode event) {
        told.path("fulfillments")
                .valueStream()
                .filter(parcel -> parcel.path("id").equals(event.path("fulfillmentId")))
                .forEach(parcel -> ((ObjectNode) parcel).set("displayStatus", event.path("status")));
    }

    void refuseToCancel(String reason) {
        refusesToCancel = reason;
    }

    void cancelSlowly() {
        cancelsSlowly = true;
    }

    Map<String, Object> cancel(JsonNode asked) {
        String refusal = cancelling
                ? "This order's cancellation is already in progress"
                : told.path("cancelledAt").isString() ? "Order has already been cancelled" : refusesToCancel;
        if (!refusal.isEmpty()) {
            return Map.of(
                    "orderCancelUserErrors",
                    List.of(Map.of("field", List.of("orderId"), "message", refusal, "code", "INVALID")));
        }
        cancelling = cancelsSlowly;
        if (!cancelsSlowly) {
            finishCancelling();
        }
        if (!asked.path("restock").isBoolean() || !asked.path("refundMethod").isObject()) {
            throw new IllegalArgumentException("orderCancel needs restock and refundMethod");
        }
        return Map.of(
                "job",
                Map.of("id", "gid://shopify/Job/" + number, "done", !cancelsSlowly),
                "orderCancelUserErrors",
                List.of());
    }

    /** Its job ends without having cancelled anything. */
    void failToCancel() {
        cancelling = false;
    }

    /** Whether the job that cancels it is over. */
    boolean isThrough() {
        return !cancelling || told.path("cancelledAt").isString();
    }

    void finishCancelling() {
        told.put("cancelledAt", "2026-03-02T12:00:00Z");
    }

    JsonNode money() {
        return JSON.valueToTree(Map.of("currencyCode", "EUR", "refunds", refunds, "transactions", transactions));
    }

    Map<String, Object> refund(JsonNode input) {
        BigDecimal total = BigDecimal.ZERO;
        for (JsonNode share : input.path("transactions")) {
            total = total.add(new BigDecimal(share.path("amount").asString("")));
            transactions.add(JSON.valueToTree(Map.of(
                    "id", "gid://shopify/OrderTransaction/" + (transactions.size() + 1),
                    "kind", share.path("kind"),
                    "status", "SUCCESS",
                    "gateway", share.path("gateway"),
                    "amountSet", Map.of("shopMoney", Map.of("amount", share.path("amount"))),
                    "parentTransaction", Map.of("id", share.path("parentId")))));
        }
        refunds.add(JSON.valueToTree(Map.of(
                "id", "gid://shopify/Refund/" + (refunds.size() + 1),
                "note", input.path("note"),
                "totalRefundedSet", Map.of("shopMoney", Map.of("amount", total.toPlainString())))));
        return Map.of("userErrors", List.of());
    }

    List<JsonNode> refunds() {
        return List.copyOf(refunds);
    }

    /** What went back of each payment, in its order. */
    List<String> returned() {
        return transactions.stream()
                .filter(it -> it.path("kind").asString("").equals("REFUND"))
                .map(it -> it.path("parentTransaction").path("id").asString("").replaceFirst(".*/", "") + ": "
                        + it.path("amountSet").path("shopMoney").path("amount").asString(""))
                .toList();
    }
}
