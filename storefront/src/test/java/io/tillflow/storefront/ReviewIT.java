package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReviewIT extends ShopTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    void aBuyersWordIsShownOnceItWasRead() {
        String sku = fresh(1);
        String product = productOf(sku);
        ShopClient.Answer placed = shop().place(shop().readyCheckout(Map.of(sku, 1), "r@example.org"));
        String id = placed.body().get("orderId").asString();
        String token = placed.body().get("token").asString();
        String path = "/orders/" + id + "/reviews/" + product;
        assertThat(page(path + "?token=" + token).statusCode()).isEqualTo(404);
        deliver(id);

        assertThat(page(path + "?token=" + token).body()).contains("How is it?");
        assertThat(page("/orders/" + id + "?token=" + token).body()).contains(path);
        assertThat(page(path + "?token=guess").statusCode()).isEqualTo(404);
        assertThat(page("/orders/" + id + "/reviews/tent-of-others?token=" + token)
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(path, token, "stars=6&name=Ida&body=Warm+and+dry+it+is.")
                        .body())
                .contains("one to five stars", "Warm and dry");
        assertThat(post(path, token, "stars=5&name=Ida&body=short").statusCode())
                .isEqualTo(422);
        assertThat(post(path, token, "stars=4&name=Ida&body=%3Cscript%3Ealert(1)%3C%2Fscript%3E+warm")
                        .statusCode())
                .isEqualTo(303);
        assertThat(page("/p/" + product).body()).doesNotContain("alert(1)");

        JsonNode waiting = shop().admin("GET", "/reviews?limit=500", "").body().get("items");
        theAutomationHeard(id, product);
        String review = "";
        for (JsonNode each : waiting) {
            review = each.get("orderId").asString().equals(id) ? each.get("id").asString() : review;
        }
        assertThat(decide(review, "{\"state\":\"REFUSED\"}")).isEqualTo(422);
        assertThat(decide(review, "{\"state\":\"SHOWN\"}")).isEqualTo(200);
        assertThat(page("/p/" + product).body())
                .contains("4.0 of 5 from 1 buyer", "&lt;script&gt;alert(1)", "aggregateRating")
                .doesNotContain("<script>alert(1)");
        assertThat(decide(review, "{\"state\":\"REFUSED\",\"reason\":\"advertising\"}"))
                .isEqualTo(200);
        assertThat(shop().get("/products/" + product + "/reviews").body()).isEmpty();
        theAutomationHearsOfChangesAlone(path, token, id);
    }

    @Test
    void aProgramWritesOneForWhatItsOrderBrought() {
        String sku = fresh(1);
        String product = productOf(sku);
        ShopClient.Answer placed = shop().place(shop().readyCheckout(Map.of(sku, 1), "r@example.org"));
        String id = placed.body().get("orderId").asString();
        String path = "/orders/" + id + "/reviews/" + product + "?token=";
        String own = path + placed.body().get("token").asString();
        String body = "{\"name\":\"Ida\",\"stars\":%d,\"body\":\"Warm and dry it is.\"}";
        assertThat(rest("PUT", own, body.formatted(4)).status())
                .as("nothing came yet")
                .isEqualTo(404);
        deliver(id);
        assertThat(rest("GET", own, "").status()).isEqualTo(404);
        assertThat(rest("PUT", own, body.formatted(6)).status()).isEqualTo(422);
        assertThat(rest("PUT", own, "{}").status()).isEqualTo(422);
        assertThat(rest("PUT", own, body.formatted(4)).body().path("state").asString())
                .isEqualTo("WAITING");
        assertThat(rest("GET", own, "").body().path("stars").asInt()).isEqualTo(4);
        assertThat(rest("GET", path + "guess", "").status()).isEqualTo(404);
        assertThat(rest("PUT", own.replace(product, "tent-of-others"), body.formatted(4))
                        .status())
                .isEqualTo(404);
    }

    private ShopClient.Answer rest(String method, String path, String body) {
        return shop().call(method, path, body, Map.of());
    }

    private void theAutomationHearsOfChangesAlone(String path, String token, String id) {
        String anew = "stars=%d&name=Ida&body=%%3Cscript%%3Ealert(1)%%3C%%2Fscript%%3E+warm";
        assertThat(post(path, token, anew.formatted(4)).statusCode()).isEqualTo(303);
        assertThat(heard(id)).as("nothing changed").hasSize(1);
        assertThat(post(path, token, anew.formatted(1)).statusCode()).isEqualTo(303);
        assertThat(heard(id)).hasSize(2);
        assertThat(jdbc.sql(
                                "select count(distinct subject) from outbox where type = 'review-written' and data #>> '{review,orderId}' = :order")
                        .param("order", id)
                        .query(Integer.class)
                        .single())
                .as("a process that runs for the first keeps the second from nothing")
                .isEqualTo(2);
    }

    @Test
    void aReviewIsChangedThreeTimesADayEachChangeOnceAndStaysAsItIsThen() throws Exception {
        String sku = fresh(1);
        ShopClient.Answer placed = shop().place(shop().readyCheckout(Map.of(sku, 1), "often@example.org"));
        String id = placed.body().get("orderId").asString();
        String token = placed.body().get("token").asString();
        String path = "/orders/" + id + "/reviews/" + productOf(sku);
        deliver(id);
        String words = "stars=%d&name=Ida&body=Word+number+%d+of+mine";
        for (int stars = 1; stars <= 4; stars++) {
            String fields = words.formatted(stars, stars);
            assertThat(atOnce(3, () -> post(path, token, fields).statusCode())).containsOnly(303);
            assertThat(heard(id)).as("each change once").hasSize(stars);
        }
        HttpResponse<String> tooOften = post(path, token, words.formatted(5, 5));
        assertThat(tooOften.statusCode()).isEqualTo(429);
        assertThat(tooOften.body()).contains("3 times a day", "Word number 5 of mine");
        assertThat(heard(id)).hasSize(4);
        assertThat(page(path + "?token=" + token).body()).contains("Word number 4 of mine");
        assertThat(post(path, token, words.formatted(4, 4)).statusCode())
                .as("nothing changed")
                .isEqualTo(303);
        assertThat(post("/de" + path, token, words.formatted(5, 5)).body()).contains("3-mal am Tag");

        clock.forward(Duration.ofHours(25));
        assertThat(post(path, token, words.formatted(5, 5)).statusCode()).isEqualTo(303);
        assertThat(heard(id)).hasSize(5);
    }

    private void theAutomationHeard(String order, String product) {
        assertThat(heard(order)).singleElement().satisfies(event -> {
            assertThat(event.at("/review/stars").asInt()).isEqualTo(4);
            assertThat(event.at("/review/product").asString()).isEqualTo(product);
            assertThat(event.toString()).doesNotContain("warm", "Ida");
        });
    }

    /** What the automation was told of the reviews of an order. */
    private List<JsonNode> heard(String order) {
        return jdbc
                .sql(
                        "select data::text from outbox where type = 'review-written' and data #>> '{review,orderId}' = :order")
                .param("order", order)
                .query(String.class)
                .list()
                .stream()
                .map(json::readTree)
                .toList();
    }

    private void deliver(String id) {
        shop().service("POST", id, "/allocation", "");
        for (String state : List.of("PAID", "PREPARING", "SHIPPED", "DELIVERED")) {
            shop().service("PUT", id, "/state", "{\"state\":\"" + state + "\"}");
        }
    }

    private int decide(String review, String decision) {
        return shop().admin("PUT", "/reviews/" + review, decision).status();
    }

    private String productOf(String sku) {
        return jdbc.sql("select product from variant where sku = :sku")
                .param("sku", sku)
                .query(String.class)
                .single();
    }

    private HttpResponse<String> page(String path) {
        return shop().send("GET", path, "text/plain", "", Map.of());
    }

    private HttpResponse<String> post(String path, String token, String fields) {
        return shop().send("POST", path, FORM, "token=" + token + "&" + fields, Map.of());
    }
}
