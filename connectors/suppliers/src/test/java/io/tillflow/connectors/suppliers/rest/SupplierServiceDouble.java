package io.tillflow.connectors.suppliers.rest;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers as this module's README documents a suppliers' service: quotes in packs of ten, orders once per key. */
final class SupplierServiceDouble implements ResponseTransformerV2 {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PACK = 10;

    private final Map<String, ObjectNode> orders = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> byKey = new ConcurrentHashMap<>();

    private record Reply(int status, JsonNode body) {}

    @Override
    public String getName() {
        return "supplier-service";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        Request request = event.getRequest();
        Reply reply = answer(request);
        return Response.Builder.like(response)
                .status(reply.status())
                .headers(new HttpHeaders(new HttpHeader("Content-Type", "application/json")))
                .body(JSON.writeValueAsString(reply.body()))
                .build();
    }

    private Reply answer(Request request) {
        String[] path = request.getUrl().substring(1).split("/");
        JsonNode body = request.getBodyAsString().isBlank()
                ? JSON.createObjectNode()
                : JSON.readTree(request.getBodyAsString());
        if (path[0].equals("quotes")) {
            return quote(body);
        }
        if (path.length == 1) {
            return place(body, Objects.requireNonNull(request.getHeader("Idempotency-Key")));
        }
        ObjectNode order = orders.get(path[1]);
        if (order == null) {
            return refuse(404, "no such order");
        }
        return path.length > 2 && path[2].equals("cancellation") ? cancel(order) : new Reply(200, order);
    }

    private static Reply quote(JsonNode asked) {
        if (asked.path("supplier").asString("").equals("empty-shelf")) {
            return refuse(422, "we do not sell that");
        }
        int quantity = Math.ceilDiv(asked.path("quantity").asInt(), PACK) * PACK;
        ObjectNode quote = JSON.createObjectNode();
        quote.put("quantity", quantity);
        quote.put("unitPrice", asked.path("listPrice").asLong() * (quantity >= 100 ? 5 : 6) / 10);
        quote.put("currency", asked.path("currency").asString(""));
        quote.put("leadDays", 4);
        return new Reply(200, quote);
    }

    private Reply place(JsonNode asked, String key) {
        if (asked.path("supplier").asString("").equals("closed-shop")) {
            return refuse(422, "we take no orders this month");
        }
        ObjectNode order = byKey.computeIfAbsent(key, first -> {
            ObjectNode made = asked.deepCopy().asObject();
            made.put("id", "so-" + UUID.randomUUID());
            made.put("status", "placed");
            return made;
        });
        orders.put(order.path("id").asString(""), order);
        return new Reply(201, order);
    }

    private static Reply cancel(ObjectNode order) {
        if (order.path("status").asString("").equals("delivered")) {
            return refuse(409, "the goods are handed over");
        }
        order.put("status", "cancelled");
        return new Reply(200, order);
    }

    private static Reply refuse(int status, String reason) {
        return new Reply(status, JSON.valueToTree(Map.of("reason", reason)));
    }

    /** The goods are handed over. */
    void deliver(String orderId) {
        ObjectNode order = Objects.requireNonNull(orders.get(orderId));
        order.put("status", "delivered");
        order.put("agreed", order.path("quantity").asInt());
    }
}
