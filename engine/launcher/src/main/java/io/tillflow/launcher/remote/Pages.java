package io.tillflow.launcher.remote;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages of the shop and the studio. The studio knows its own; the shop's are few and have one address each. */
public final class Pages {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI shop;
    private final URI studio;
    private final String token;

    public Pages(URI shop, URI studio, String token) {
        this.shop = shop;
        this.studio = studio;
        this.token = token;
    }

    /**
     * A page.
     *
     * @param fixture the whole address of one that can be looked at now; null while there is none
     */
    public record Page(
            String app, String url, String role, @Nullable String fixture) {}

    public List<Page> all() {
        List<Page> pages = new ArrayList<>(shop());
        read(studio.resolve("/api/v1/routes"))
                .path("routes")
                .forEach(it -> pages.add(new Page(
                        it.path("app").asString(),
                        it.path("url").asString(),
                        it.path("role").asString(),
                        it.path("fixture").isNull()
                                ? null
                                : studio.resolve(it.path("fixture").asString()).toString())));
        return pages;
    }

    private List<Page> shop() {
        String product = read(shop.resolve("/api/v1/products?limit=1"))
                .path("items")
                .path(0)
                .path("slug")
                .asString("");
        String category =
                read(shop.resolve("/api/v1/categories")).path(0).path("id").asString("");
        return List.of(
                open("/", "/"),
                open("/shelves", "/shelves"),
                open("/c/:id", category.isEmpty() ? null : "/c/" + category),
                open("/search", "/search?q=a"),
                open("/p/:slug", product.isEmpty() ? null : "/p/" + product),
                open("/cart", "/cart"),
                open("/checkout/:id", null),
                open("/orders/:id", null),
                open("/help/order", "/help/order"),
                open("/help/delivery", "/help/delivery"),
                open("/help/returns", "/help/returns"),
                open("/help/mending", "/help/mending"),
                open("/help/data", "/help/data"),
                open("/help/about", "/help/about"),
                open("/help/imprint", "/help/imprint"),
                open("/help/terms", "/help/terms"),
                open("/help/privacy", "/help/privacy"));
    }

    private Page open(String url, @Nullable String fixture) {
        return new Page(
                "shop",
                url,
                "ANYONE",
                fixture == null ? null : shop.resolve(fixture).toString());
    }

    private JsonNode read(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30));
        if (address.getPort() == studio.getPort()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new Trouble(address + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw Trouble.notReachable(address + " does not answer (" + e + "): see tillflow status.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Trouble.notReachable("Interrupted while waiting for " + address + ".");
        }
    }
}
