package io.tillflow.connectors.commerce.shopify;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers as Shopify's documentation has it: tokens for secrets, user errors with status 200, points, keys known for repeats. */
public final class FakeShopify implements ResponseTransformerV2 {
    public static final String SECRET = "shpss_of_the_tests";

    private static final List<String> ALL = List.of(
            "write_orders",
            "write_merchant_managed_fulfillment_orders",
            "write_inventory",
            "read_locations",
            "read_products");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern OPERATION = Pattern.compile("^\\s*(?:query|mutation) (\\w+)");

    private final Map<String, FakeOrder> orders = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final FakeInventory inventory = new FakeInventory();
    private final List<String> asked = new ArrayList<>();
    private List<String> scopes = ALL;
    private int tokens;
    private int next = 5512;
    private boolean losesAnswer;
    private boolean atAllKeys;
    private @Nullable String said;

    private record Reply(int status, String body) {}

    @Override
    public String getName() {
        return "shopify";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public synchronized Response transform(Response response, ServeEvent event) {
        Reply reply = answer(event.getRequest());
        return Response.Builder.like(response)
                .status(reply.status())
                .headers(new HttpHeaders(new HttpHeader("Content-Type", "application/json; charset=utf-8")))
                .body(reply.body())
                .build();
    }

    private Reply answer(Request request) {
        if (request.getUrl().equals("/admin/oauth/access_token")) {
            return request.getBodyAsString()
                            .equals("grant_type=client_credentials&client_id=app-1&client_secret=" + SECRET)
                    ? new Reply(
                            200,
                            "{\"access_token\": \"shpat_" + ++tokens
                                    + "\", \"scope\": \"write_orders\", \"expires_in\": 86399}")
                    : new Reply(400, "{\"error\": \"invalid_client\"}");
        }
        if (!request.getUrl().equals("/admin/api/2026-10/graphql.json")) {
            return new Reply(404, "{\"errors\": \"Not Found\"}");
        }
        if (!("shpat_" + tokens).equals(request.getHeader("X-Shopify-Access-Token"))) {
            return new Reply(
                    401,
                    "{\"errors\": \"[API] Invalid API key or access token (unrecognized login or wrong password)\"}");
        }
        JsonNode asks = JSON.readTree(request.getBodyAsString());
        return run(asks.path("query").asString(""), asks.path("variables"));
    }

    private Reply run(String document, JsonNode variables) {
        if (said != null) {
            return new Reply(200, said);
        }
        Matcher operation = OPERATION.matcher(document);
        if (!operation.find()) {
            return new Reply(400, "{\"errors\": [{\"message\": \"syntax error\"}]}");
        }
        asked.add(operation.group(1));
        JsonNode data = JSON.valueToTree(
                document.strip().startsWith("mutation")
                        ? keyed(document, operation.group(1), variables)
                        : query(operation.group(1), variables));
        if (document.strip().startsWith("mutation") && losesAnswer) {
            losesAnswer = false;
            return new Reply(502, "<html>Bad Gateway</html>");
        }
        return new Reply(
                200,
                JSON.writeValueAsString(Map.of(
                        "data",
                        data,
                        "extensions",
                        Map.of(
                                "cost",
                                Map.of(
                                        "requestedQueryCost", 12,
                                        "actualQueryCost", 4,
                                        "throttleStatus",
                                                Map.of(
                                                        "maximumAvailable", 2000.0,
                                                        "currentlyAvailable", 1996,
                                                        "restoreRate", 100.0))))));
    }

    /** The same key with the same variables is answered, and done, once; with others it is an error. */
    private Map<String, Object> keyed(String document, String operation, JsonNode variables) {
        boolean wantsKey = operation.equals("Refund") || operation.equals("AdjustStock");
        if (!wantsKey) {
            return mutation(operation, variables);
        }
        String field = operation.equals("Refund") ? "refundCreate" : "inventoryAdjustQuantities";
        if (!document.contains(") @idempotent(key: $key)")
                || !variables.path("key").isString()) {
            return Map.of(field, refused("The @idempotent directive is required for this mutation.", null));
        }
        if (atAllKeys) {
            return Map.of(
                    field, refused("A request with this key is being worked on.", "IDEMPOTENCY_CONCURRENT_REQUEST"));
        }
        String before = keys.putIfAbsent(variables.path("key").asString(""), variables.toString());
        if (before == null) {
            return mutation(operation, variables);
        }
        return Map.of(
                field,
                before.equals(variables.toString())
                        ? Map.of("userErrors", List.of())
                        : refused(
                                "The same idempotency key cannot be used with different operation parameters.",
                                operation.equals("Refund") ? null : "IDEMPOTENCY_KEY_PARAMETER_MISMATCH"));
    }

    private Map<String, Object> query(String operation, JsonNode variables) {
        if (operation.equals("Stock")) {
            return Map.of(
                    "inventoryItems", inventory.search(variables.path("search").asString("")));
        }
        if (operation.equals("Connection")) {
            return Map.of(
                    "shop",
                    Map.of("name", "Ullmere"),
                    "currentAppInstallation",
                    Map.of(
                            "accessScopes",
                            scopes.stream()
                                    .map(scope -> Map.of("handle", scope))
                                    .toList()));
        }
        String id = variables.path("id").asString("");
        if (operation.equals("CancelJob")) {
            FakeOrder cancelled = Objects.requireNonNull(orders.get(id.replace("/Job/", "/Order/")));
            return Map.of("job", Map.of("id", id, "done", cancelled.isThrough()));
        }
        FakeOrder order = orders.get(id);
        if (order == null) {
            return java.util.Collections.singletonMap("order", null);
        }
        return Map.of(
                "order",
                switch (operation) {
                    case "Order" -> order.told();
                    case "OrderLines" -> order.page(variables.path("after"));
                    case "OrderParcels" -> order.waiting();
                    case "OrderMoney" -> order.money();
                    default -> throw new IllegalArgumentException(operation);
                });
    }

    private Map<String, Object> mutation(String operation, JsonNode variables) {
        return switch (operation) {
            case "OrderNote" -> {
                of(variables.path("input").path("id"))
                        .told()
                        .set("note", variables.path("input").path("note"));
                yield Map.of("orderUpdate", Map.of("userErrors", List.of()));
            }
            case "OrderCancel" ->
                Map.of("orderCancel", of(variables.path("orderId")).cancel(variables));
            case "HandOver" -> Map.of("fulfillmentCreate", handOver(variables.path("fulfillment")));
            case "Arrived" -> {
                orders.values().forEach(order -> order.arrived(variables.path("event")));
                yield Map.of("fulfillmentEventCreate", Map.of("userErrors", List.of()));
            }
            case "Refund" ->
                Map.of(
                        "refundCreate",
                        of(variables.path("input").path("orderId")).refund(variables.path("input")));
            case "AdjustStock" -> Map.of("inventoryAdjustQuantities", inventory.adjust(variables.path("input")));
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private Map<String, Object> handOver(JsonNode fulfilment) {
        String waiting = fulfilment
                .path("lineItemsByFulfillmentOrder")
                .path(0)
                .path("fulfillmentOrderId")
                .asString("");
        return orders.values().stream()
                .filter(order -> order.waits(waiting))
                .findFirst()
                .map(order -> order.handOver(fulfilment))
                .orElseGet(() -> refused("Fulfillment order has an unfulfillable status= closed.", null));
    }

    private FakeOrder of(JsonNode id) {
        return Objects.requireNonNull(orders.get(id.asString("")));
    }

    static Map<String, Object> refused(String message, @Nullable String code) {
        Map<String, Object> error = new HashMap<>();
        error.put("field", List.of("input"));
        error.put("message", message);
        if (code != null) {
            error.put("code", code);
        }
        return Map.of("userErrors", List.of(error));
    }

    /** A paid order; its id as our processes carry it. */
    public synchronized String knows() {
        String number = String.valueOf(next++);
        orders.put("gid://shopify/Order/" + number, new FakeOrder(number));
        return "shopify-" + number;
    }

    synchronized FakeOrder order(String orderId) {
        return Objects.requireNonNull(orders.get("gid://shopify/Order/" + orderId.substring("shopify-".length())));
    }

    /** How often something went back for an order. */
    public synchronized int refunded(String orderId) {
        return order(orderId).refunds().size();
    }

    FakeInventory inventory() {
        return inventory;
    }

    synchronized ObjectNode told(String orderId) {
        return order(orderId).told();
    }

    synchronized void loseTheNextAnswer() {
        losesAnswer = true;
    }

    /** Whatever has a key is under way under it still. */
    synchronized void isAtAllKeys(boolean still) {
        atAllKeys = still;
    }

    /** Whatever is asked, it says this. */
    synchronized void says(@Nullable String body) {
        said = body;
    }

    /** Every token it gave out is good no more. */
    synchronized void forgetTokens() {
        tokens++;
    }

    /** These permissions and no others. */
    synchronized void gives(String... some) {
        scopes = List.of(some);
    }

    /** How often an operation was asked for. */
    public synchronized long asked(String operation) {
        return asked.stream().filter(operation::equals).count();
    }

    synchronized void reset() {
        said = null;
        scopes = ALL;
        losesAnswer = false;
        atAllKeys = false;
        asked.clear();
    }
}
