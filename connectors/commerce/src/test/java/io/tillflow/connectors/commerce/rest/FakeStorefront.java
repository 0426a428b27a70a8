package io.tillflow.connectors.commerce.rest;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers as the storefront's service interface documents it: orders, their state, notes; each write once for its key. */
final class FakeStorefront implements ResponseTransformerV2 {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ORDERS = "/api/v1/service/orders/";

    private final Map<String, ObjectNode> orders = new HashMap<>();
    private final Map<String, List<String>> notes = new HashMap<>();
    private final Map<String, Integer> parcels = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private boolean losesAnswer;

    @Override
    public String getName() {
        return "storefront";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public synchronized Response transform(Response response, ServeEvent event) {
        Request request = event.getRequest();
        String[] path = request.getUrl().substring(ORDERS.length()).split("/");
        ObjectNode order = orders.get(path[0]);
        int status = 200;
        if (order == null) {
            status = 404;
        } else if (path.length > 1) {
            if (keys.add(request.getHeader("Idempotency-Key"))) {
                write(order, path[1], JSON.readTree(request.getBodyAsString()));
            }
            status = losesAnswer ? 502 : 200;
            losesAnswer = false;
        }
        return Response.Builder.like(response)
                .status(status)
                .headers(new HttpHeaders(new HttpHeader("Content-Type", "application/json")))
                .body(order == null ? "{}" : order.toString())
                .build();
    }

    private void write(ObjectNode order, String what, JsonNode body) {
        String id = order.path("id").asString("");
        switch (what) {
            case "state" -> {
                order.set("state", body.path("state"));
                if (body.path("trackingNumber").isString()) {
                    parcels.merge(id, 1, Integer::sum);
                    order.set(
                            "parcel",
                            JSON.valueToTree(Map.of(
                                    "carrier", body.path("carrier").asString(""),
                                    "trackingNumber",
                                            body.path("trackingNumber").asString(""))));
                }
            }
            case "notes" ->
                notes.computeIfAbsent(id, any -> new ArrayList<>())
                        .add(body.path("text").asString(""));
            default -> throw new IllegalArgumentException(what);
        }
    }

    synchronized void knows(String id) {
        orders.put(id, (ObjectNode) JSON.readTree("""
                {"id": "%s", "number": "U-1001", "email": "mara@example.org", "phone": "", "currency": "EUR", "language": "de", "total": 16490,
                 "deliveryPrice": 490, "weightGrams": 1400, "express": false, "state": "PAID", "orderPath": "/orders/x?token=t",
                 "shipping": {"name": "Mara Lindqvist", "street": "Long Lane 1", "extra": "", "postcode": "10115", "town": "Berlin", "country": "DE"},
                 "lines": [{"sku": "MUG-BLUE", "name": "Mug, blue", "quantity": 2, "unitPrice": 2400, "total": 4800},
                           {"sku": "LAMP", "name": "Tarn table lamp", "quantity": 1, "unitPrice": 11200, "total": 11200}]}
                """.formatted(id)));
    }

    synchronized List<String> notes(String id) {
        return List.copyOf(notes.getOrDefault(id, List.of()));
    }

    synchronized int parcels(String id) {
        return parcels.getOrDefault(id, 0);
    }

    synchronized void loseTheNextAnswer() {
        losesAnswer = true;
    }
}
