package io.tillflow.connectors.shipping.easypost;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers as EasyPost's API documents it: shipments with rates, by id or reference, postage bought once, refunds, errors. */
final class FakeEasyPost implements ResponseTransformerV2 {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, ObjectNode> shipments = new ConcurrentHashMap<>();

    private record Reply(int status, JsonNode body) {}

    @Override
    public String getName() {
        return "easypost";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        Request request = event.getRequest();
        Reply reply = answer(request.getMethod().getName(), request.getUrl(), request.getBodyAsString());
        return Response.Builder.like(response)
                .status(reply.status())
                .headers(new HttpHeaders(new HttpHeader("Content-Type", "application/json")))
                .body(JSON.writeValueAsString(reply.body()))
                .build();
    }

    private Reply answer(String method, String url, String body) {
        String path = url.replaceFirst("^/v2/shipments/?", "");
        if (method.equals("POST") && path.isEmpty()) {
            return create(JSON.readTree(body).path("shipment"));
        }
        String[] parts = path.split("/");
        ObjectNode shipment = find(parts[0]);
        if (shipment == null) {
            return error(404, "NOT_FOUND");
        }
        return switch (parts.length == 1 ? "" : parts[1]) {
            case "buy" ->
                buy(shipment, JSON.readTree(body).path("rate").path("id").asString(""));
            case "refund" -> refund(shipment);
            default -> new Reply(200, shipment);
        };
    }

    private @Nullable ObjectNode find(String idOrReference) {
        return shipments.values().stream()
                .filter(it -> it.path("id").asString("").equals(idOrReference)
                        || it.path("reference").asString("").equals(idOrReference))
                .findFirst()
                .orElse(null);
    }

    private Reply create(JsonNode asked) {
        if (asked.path("to_address").path("country").asString("").isBlank()
                || asked.path("parcel").path("weight").asDouble(0) <= 0) {
            return error(422, "SHIPMENT.INVALID_PARAMS");
        }
        boolean nowhere = asked.path("to_address").path("zip").asString("").equals("99999");
        ObjectNode shipment = JSON.createObjectNode();
        shipment.put("id", "shp_" + UUID.randomUUID().toString().replace("-", ""));
        shipment.put("object", "Shipment");
        shipment.set("reference", asked.path("reference").isString() ? asked.path("reference") : JSON.nullNode());
        shipment.put("is_return", asked.path("is_return").asBoolean(false));
        shipment.put("status", "unknown");
        shipment.putNull("tracking_code");
        shipment.putNull("selected_rate");
        shipment.putNull("refund_status");
        shipment.set(
                "rates",
                JSON.valueToTree(
                        nowhere
                                ? List.of()
                                : List.of(
                                        rate("DHLExpress", "Worldwide", "21.40", 1),
                                        rate("DHLExpress", "Economy", "9.90", 4),
                                        rate("UPS", "Ground", "8.05", 3))));
        shipments.put(shipment.path("id").asString(""), shipment);
        return new Reply(201, shipment);
    }

    private static Map<String, Object> rate(String carrier, String service, String price, int days) {
        return Map.of(
                "id", "rate_" + UUID.randomUUID(),
                "carrier", carrier,
                "service", service,
                "rate", price,
                "currency", "EUR",
                "delivery_days", days);
    }

    private static Reply buy(ObjectNode shipment, String rateId) {
        if (shipment.path("selected_rate").isObject()) {
            return error(422, "SHIPMENT.POSTAGE.EXISTS");
        }
        JsonNode rate = shipment.path("rates")
                .valueStream()
                .filter(it -> it.path("id").asString("").equals(rateId))
                .findFirst()
                .orElse(MissingNode.getInstance());
        if (rate.isMissingNode()) {
            return error(422, "SHIPMENT.RATE.INVALID");
        }
        String code = "EZ" + shipment.path("id").asString("").substring(4, 12);
        shipment.set("selected_rate", rate);
        shipment.put("tracking_code", code);
        shipment.put("status", "pre_transit");
        shipment.set(
                "postage_label", JSON.valueToTree(Map.of("label_url", "https://labels.example/" + UUID.randomUUID())));
        shipment.set("tracker", JSON.valueToTree(Map.of("public_url", "https://track.example/" + code)));
        return new Reply(200, shipment);
    }

    private static Reply refund(ObjectNode shipment) {
        if (!shipment.path("selected_rate").isObject()) {
            return error(422, "SHIPMENT.REFUND.UNAVAILABLE");
        }
        shipment.put("refund_status", "submitted");
        return new Reply(200, shipment);
    }

    private static Reply error(int status, String code) {
        return new Reply(
                status, JSON.valueToTree(Map.of("error", Map.of("code", code, "message", "no", "errors", List.of()))));
    }

    /** The carrier hands it over. */
    void deliver(String shipmentId) {
        Objects.requireNonNull(shipments.get(shipmentId)).put("status", "delivered");
    }
}
