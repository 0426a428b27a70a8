package io.tillflow.launcher.demo.suite;

import io.tillflow.launcher.demo.plan.Article;
import io.tillflow.launcher.demo.plan.Persona;
import io.tillflow.launcher.demo.plan.Wish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The shop as a shopper reaches it: pages, and the public interface behind them. */
public final class Storefront {
    private final Suite suite;
    private final Http http;

    public Storefront(Suite suite, Http http) {
        this.suite = suite;
        this.http = http;
    }

    /** An order as its shopper got it: what to pay, where, and the token that shows it. */
    public record Placed(String id, String number, String token, String paymentUrl) {}

    /** What the shop sells and has. */
    public List<Article> catalogue() {
        List<Article> articles = new ArrayList<>();
        for (JsonNode product : suite.all(http, url("/products"), row -> row)) {
            product.path("variants")
                    .forEach(variant -> articles.add(new Article(
                            variant.path("sku").asString(),
                            product.path("slug").asString(),
                            product.path("category").asString(),
                            variant.path("price").asLong(),
                            product.path("currency").asString("EUR"),
                            variant.path("available").asInt())));
        }
        return articles;
    }

    /** Opens a page as a browser does, and expects it to be there. */
    public void look(String path) {
        http.send(Call.get(suite.shop() + path).with("Accept", "text/html")).accepted();
    }

    /** Fills a cart and answers its id. */
    public String cart(List<Wish> wishes) {
        String id = http.send(demo(Call.post(url("/carts"))).json(Map.of()))
                .accepted()
                .json()
                .path("id")
                .asString();
        for (Wish wish : wishes) {
            http.send(demo(Call.put(url("/carts/" + id + "/lines/"
                                    + Call.encode(wish.article().sku()))))
                            .json(Map.of("quantity", wish.quantity())))
                    .accepted();
        }
        return id;
    }

    /** Starts the checkout of a cart, which holds its goods; the answer may be that there are not enough. */
    public Answer checkout(String cart, String key) {
        return http.send(demo(Call.post(url("/checkouts"))).key(key).json(Map.of("cartId", cart)));
    }

    /** @param billedElsewhere whether the bill goes to another country than the parcel, which looks odd in a first order */
    public void details(String checkout, Persona persona, boolean billedElsewhere) {
        Map<String, Object> details = new HashMap<>(Map.of(
                "contact", Map.of("email", persona.email()),
                "shipping", address(persona, persona.postcode(), persona.country()),
                "delivery", "standard"));
        if (billedElsewhere) {
            details.put("billing", address(persona, "1070", "AT"));
        }
        http.send(demo(Call.put(url("/checkouts/" + checkout))).json(details)).accepted();
    }

    private static Map<String, Object> address(Persona persona, String postcode, String country) {
        return Map.of(
                "name", persona.name(),
                "street", persona.street(),
                "postcode", postcode,
                "town", persona.town(),
                "country", country);
    }

    /** Places the order; sent again under the same key it is still one order. */
    public Placed order(String checkout, String key) {
        JsonNode order = http.send(demo(Call.post(url("/checkouts/" + checkout + "/order")))
                        .key(key)
                        .json(Map.of()))
                .accepted()
                .json();
        return new Placed(
                order.path("orderId").asString(),
                order.path("number").asString(),
                order.path("token").asString(""),
                order.path("paymentUrl").asString(""));
    }

    public String state(Placed order) {
        return order(order).path("state").asString();
    }

    /** Where the order can be paid now; empty while it cannot. */
    public Optional<String> paymentUrl(Placed order) {
        return Optional.of(order(order).path("paymentUrl").asString("")).filter(url -> !url.isEmpty());
    }

    private JsonNode order(Placed order) {
        return http.send(Call.get(url("/orders/" + order.id() + "?token=" + Call.encode(order.token()))))
                .accepted()
                .json();
    }

    public Answer cancel(Placed order, String key) {
        return http.send(
                demo(Call.post(url("/orders/" + order.id() + "/cancellation?token=" + Call.encode(order.token()))))
                        .key(key)
                        .json(Map.of("reason", "changed my mind")));
    }

    /** Opens the hosted payment page and sends a card number. */
    public void pay(String paymentUrl, String cardNumber) {
        String url = paymentUrl.startsWith("http") ? paymentUrl : suite.shop() + paymentUrl;
        http.send(Call.get(url)).accepted();
        http.send(Call.post(url).form(Map.of("cardNumber", cardNumber))).accepted();
    }

    private static Call demo(Call call) {
        return call.with("X-Tillflow-Channel", "demo");
    }

    private String url(String path) {
        return suite.shop() + "/api/v1" + path;
    }
}
