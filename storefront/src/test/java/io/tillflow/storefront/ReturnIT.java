package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReturnIT extends ShopTest {
    private static final String FORM = "application/x-www-form-urlencoded";

    private record Bought(String id, String token, String sku) {}

    @Test
    void aReturnIsAskedForOnceAndItsProgressIsOnThePage() {
        Bought order = delivered(2);
        String key = UUID.randomUUID().toString();
        assertThat(page(order).body()).contains("/orders/" + order.id() + "/return");

        HttpResponse<String> asked = ask(order, order.token(), key, "1", "CHANGED_MIND");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(ask(order, order.token(), key, "1", "CHANGED_MIND").statusCode())
                .isEqualTo(303);

        List<String> events = jdbc.sql(
                        "select data::text from outbox where subject = :id and type = 'return-requested'")
                .param("id", key)
                .query(String.class)
                .list();
        assertThat(events).hasSize(1);
        JsonNode event = json.readTree(events.getFirst());
        assertThat(event.path("request").path("reason").asString()).isEqualTo("CHANGED_MIND");
        assertThat(event.path("request").path("items").asInt()).isEqualTo(1);
        long amount = event.path("request").path("amount").asLong();
        assertThat(amount).isEqualTo(unitPrice(order));
        assertThat(page(order).body()).contains("Return asked for", "1 × ");

        tell(key, "{\"state\":\"ACCEPTED\",\"trackingNumber\":\"ULM7\",\"labelUrl\":\"/sandbox/label/ULM7\"}");
        assertThat(page(order).body()).contains("Return accepted", "/sandbox/label/ULM7");
        int before = onHand(order.sku());
        assertThat(service("POST", key, "/restock", "")).isEqualTo(200);
        assertThat(service("POST", key, "/restock", "")).isEqualTo(200);
        assertThat(onHand(order.sku())).isEqualTo(before + 1);
        tell(key, "{\"state\":\"REFUNDED\",\"refunded\":" + amount + "}");
        tell(key, "{\"state\":\"RECEIVED\"}");
        assertThat(page(order).body()).contains("on the way back to you");
        assertThat(listed(key).path("refunded").asLong()).isEqualTo(amount);
        assertThat(listed(key).path("restockedAt").isString()).isTrue();
    }

    @Test
    void aRefusedReturnSaysWhyAndMayBeAskedForAgain() {
        Bought order = delivered(1);
        String key = UUID.randomUUID().toString();
        ask(order, order.token(), key, "1", "OTHER");
        assertThat(ask(order, order.token(), UUID.randomUUID().toString(), "1", "OTHER")
                        .body())
                .contains("you can send back 0 at most");
        tell(key, "{\"state\":\"REFUSED\",\"reason\":\"TOO_LATE\"}");
        assertThat(page(order).body()).contains("Return not possible", "The days for sending it back had passed.");
        assertThat(ask(order, order.token(), UUID.randomUUID().toString(), "1", "OTHER")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void whatCannotBeIsRefusedInPlainWords() {
        Bought order = delivered(1);
        Bought other = delivered(1);
        String key = UUID.randomUUID().toString();
        assertThat(ask(order, "guess", key, "1", "OTHER").statusCode()).isEqualTo(404);
        assertThat(ask(order, other.token(), key, "1", "OTHER").statusCode()).isEqualTo(404);
        assertThat(ask(order, order.token(), key, "2", "OTHER").body()).contains("1 at most");
        assertThat(ask(order, order.token(), key, "-1", "OTHER").body()).contains("plain number");
        assertThat(ask(order, order.token(), key, "0", "OTHER").body()).contains("Choose what you send back");
        assertThat(ask(order, order.token(), key, "1", "BORED").body()).contains("Choose a reason");
        assertThat(jdbc.sql("select count(*) from order_return where order_id = :id")
                        .param("id", UUID.fromString(order.id()))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(service("POST", UUID.randomUUID().toString(), "/restock", ""))
                .isEqualTo(404);
        assertThat(service("PUT", UUID.randomUUID().toString(), "/state", "{\"state\":\"ACCEPTED\"}"))
                .isEqualTo(404);
        assertThat(service("PUT", key, "/state", "{}")).isEqualTo(422);
    }

    @Test
    void nothingIsSentBackBeforeItWasSent() {
        ShopClient.Answer placed = shop().place(shop().readyCheckout(Map.of(fresh(1), 1), "s@example.org"));
        Bought order = new Bought(
                placed.body().get("orderId").asString(),
                placed.body().get("token").asString(),
                "");
        assertThat(page(order).body()).doesNotContain("/orders/" + order.id() + "/return");
        assertThat(ask(order, order.token(), UUID.randomUUID().toString(), "1", "OTHER")
                        .statusCode())
                .isEqualTo(404);
    }

    private Bought delivered(int quantity) {
        String sku = fresh(quantity);
        ShopClient.Answer placed = shop().place(shop().readyCheckout(Map.of(sku, quantity), "s@example.org"));
        String id = placed.body().get("orderId").asString();
        shop().service("POST", id, "/allocation", "");
        for (String state : List.of("PAID", "PREPARING", "SHIPPED", "DELIVERED")) {
            shop().service("PUT", id, "/state", "{\"state\":\"" + state + "\"}");
        }
        return new Bought(id, placed.body().get("token").asString(), sku);
    }

    private HttpResponse<String> page(Bought order) {
        return shop().send("GET", "/orders/" + order.id() + "?token=" + order.token(), FORM, "", Map.of());
    }

    private HttpResponse<String> ask(Bought order, String token, String key, String quantity, String reason) {
        return shop().send(
                        "POST",
                        "/orders/" + order.id() + "/return",
                        FORM,
                        "token=" + token + "&id=" + key + "&q0=" + quantity + "&reason=" + reason,
                        Map.of());
    }

    private JsonNode listed(String key) {
        JsonNode list = shop().call(
                        "GET", "/admin/returns?limit=500", "", Map.of("Authorization", "Bearer " + ShopClient.TOKEN))
                .body();
        return list.path("items")
                .valueStream()
                .filter(back -> back.path("id").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void tell(String key, String body) {
        assertThat(service("PUT", key, "/state", body)).isEqualTo(200);
    }

    private int service(String method, String key, String path, String body) {
        return shop().call(
                        method,
                        "/service/returns/" + key + path,
                        body,
                        Map.of("Authorization", "Bearer " + ShopClient.TOKEN))
                .status();
    }

    private int onHand(String sku) {
        return jdbc.sql("select on_hand from stock where sku = :sku")
                .param("sku", sku)
                .query(Integer.class)
                .single();
    }

    private long unitPrice(Bought order) {
        return jdbc.sql("select unit_price from order_line where order_id = :id")
                .param("id", UUID.fromString(order.id()))
                .query(Long.class)
                .single();
    }
}
