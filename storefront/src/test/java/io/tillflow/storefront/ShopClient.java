package io.tillflow.storefront;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the shop as its callers do. */
public final class ShopClient {
    public static final String TOKEN = "test-service-token";
    public static final String MARA = """
            {"contact":{"email":"%s"},"shipping":{"name":"Mara Lindqvist","street":"Lange Straße 1","postcode":"10243",
             "town":"Berlin","country":"DE"},"delivery":"standard"}""";

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final String base;
    private final JsonMapper json;

    ShopClient(String base, JsonMapper json) {
        this.base = base;
        this.json = json;
    }

    /** An answer with its JSON; {@code body} is missing for an empty one. */
    public record Answer(int status, JsonNode body) {}

    public Answer call(String method, String path, String body, Map<String, String> headers) {
        HttpResponse<String> response = send(method, "/api/v1" + path, "application/json", body, headers);
        return new Answer(response.statusCode(), json.readTree(response.body().isEmpty() ? "{}" : response.body()));
    }

    public HttpResponse<String> send(
            String method, String path, String type, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", type);
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer get(String path) {
        return call("GET", path, "", Map.of());
    }

    public Answer post(String path, String body) {
        return call("POST", path, body, Map.of());
    }

    public Answer put(String path, String body) {
        return call("PUT", path, body, Map.of());
    }

    public Answer admin(String method, String path, String body) {
        return call(method, "/admin" + path, body, Map.of("Authorization", "Bearer " + TOKEN));
    }

    /** What the automation calls beyond orders. */
    public Answer automation(String method, String path, String body) {
        return call(method, "/service" + path, body, Map.of("Authorization", "Bearer " + TOKEN));
    }

    public Answer service(String method, String order, String path, String body) {
        return call(method, "/service/orders/" + order + path, body, Map.of("Authorization", "Bearer " + TOKEN));
    }

    public String cartWith(Map<String, Integer> things) {
        String cart = post("/carts", "").body().get("id").asString();
        things.forEach((sku, quantity) -> put("/carts/" + cart + "/lines/" + sku, "{\"quantity\":" + quantity + "}"));
        return cart;
    }

    public Answer startCheckout(String cart) {
        return post("/checkouts", "{\"cartId\":\"" + cart + "\"}");
    }

    /** A checkout that only waits to be placed. */
    public String readyCheckout(Map<String, Integer> things, String email) {
        String id = startCheckout(cartWith(things)).body().get("id").asString();
        put("/checkouts/" + id, MARA.formatted(email));
        return id;
    }

    public Answer place(String checkout) {
        return post("/checkouts/" + checkout + "/order", "");
    }

    /** Buys and answers the order's id. */
    public String buy(String sku, int quantity) {
        Answer placed = place(readyCheckout(Map.of(sku, quantity), "mara@example.org"));
        if (placed.status() != 201) {
            throw new IllegalStateException("expected an order, but got " + placed);
        }
        return placed.body().get("orderId").asString();
    }
}
