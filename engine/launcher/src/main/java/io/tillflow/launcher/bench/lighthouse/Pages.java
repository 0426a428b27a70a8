package io.tillflow.launcher.bench.lighthouse;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shop's four kinds of pages that shoppers see most: home, category, product, and a cart with two things in it. */
final class Pages {
    private static final Map<String, String> KEPT_OUT =
            Map.of("is-crawlable", "the cart is kept out of search engines on purpose");

    private final HttpClient client;
    private final URI shop;

    Pages(HttpClient client, URI shop) {
        this.client = client;
        this.shop = shop;
    }

    List<Page> all() throws IOException, InterruptedException {
        String home = get("/");
        return List.of(
                Page.plain("home", shop.resolve("/")),
                Page.plain("category", link(home, "c")),
                Page.plain("product", link(home, "p")),
                new Page("cart", shop.resolve("/cart"), Map.of("Cookie", "cart=" + cart()), KEPT_OUT));
    }

    private URI link(String home, String kind) {
        Matcher found = Pattern.compile("href=\"(/" + kind + "/[^\"#?]+)\"").matcher(home);
        if (!found.find()) {
            throw new Trouble("The shop's home has no link to a page below /" + kind + ": is it empty?");
        }
        return shop.resolve(found.group(1));
    }

    private String cart() throws IOException, InterruptedException {
        String id = json(send("POST", "/api/v1/carts", "{}")).path("id").asString();
        for (String sku : skus()) {
            send("PUT", "/api/v1/carts/" + id + "/lines/" + sku, "{\"quantity\":1}");
        }
        return id;
    }

    private List<String> skus() throws IOException, InterruptedException {
        List<String> skus = new ArrayList<>();
        for (JsonNode product : json(get("/api/v1/products?limit=20")).path("items")) {
            for (JsonNode variant : product.path("variants")) {
                if (skus.size() < 2 && variant.path("available").asInt() > 0) {
                    skus.add(variant.path("sku").asString());
                    break;
                }
            }
        }
        if (skus.isEmpty()) {
            throw new Trouble("The shop has nothing in stock to put into a cart.");
        }
        return skus;
    }

    private String get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(shop.resolve(path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() / 100 != 2) {
            throw Trouble.notReachable(
                    "Expected " + request.uri() + " to answer, but it says " + answer.statusCode() + ".");
        }
        return answer.body();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
