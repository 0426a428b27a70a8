package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An order of which something goes back and something else comes instead. */
abstract class ExchangeTest extends ShopTest {
    static final String FORM = "application/x-www-form-urlencoded";

    /** What is bought and another variant of it at the same price, which nobody else in this run uses. */
    record Pair(String bought, String other, String label) {}

    record Bought(String id, String token) {}

    ShopClient.Answer exchange(String key) {
        return shop().admin("POST", "/returns/" + key + "/exchange", "{\"by\":\"ida\"}");
    }

    Pair pair(int onHand) {
        record Row(String bought, String other, String label) {}
        Row row = jdbc.sql("""
                select a.sku as bought, b.sku as other, b.colour_name || case when b.size = '' then '' else ', ' || b.size end as label
                from variant a join variant b on b.product = a.product and b.sku <> a.sku and b.price = a.price
                join stock s on s.sku = b.sku
                where s.on_hand <> :onHand and a.price > 1000 and not exists (select from stock_movement m
                    where m.sku in (a.sku, b.sku) and m.reason is distinct from 'opening stock')
                order by a.sku desc, b.sku limit 1""").param("onHand", onHand).query(Row.class).single();
        shop().admin("PUT", "/stock/" + row.bought(), "{\"onHand\":77,\"reason\":\"test\"}");
        shop().admin("PUT", "/stock/" + row.other(), "{\"onHand\":" + onHand + ",\"reason\":\"test\"}");
        return new Pair(row.bought(), row.other(), row.label());
    }

    Bought delivered(String sku) {
        ShopClient.Answer placed = shop().place(shop().readyCheckout(Map.of(sku, 1), "s@example.org"));
        String id = placed.body().get("orderId").asString();
        shop().service("POST", id, "/allocation", "");
        for (String state : List.of("PAID", "PREPARING", "SHIPPED", "DELIVERED")) {
            shop().service("PUT", id, "/state", "{\"state\":\"" + state + "\"}");
        }
        return new Bought(id, placed.body().get("token").asString());
    }

    void reprice(String sku, long price, Bought order, String shows) {
        shop().admin("PUT", "/prices/" + sku, "{\"price\":" + price + "}");
        await().until(() -> form(order).contains(shows));
    }

    String form(Bought order) {
        return shop().send("GET", "/orders/" + order.id() + "/return?token=" + order.token(), FORM, "", Map.of())
                .body();
    }

    String page(Bought order) {
        return shop().send("GET", "/orders/" + order.id() + "?token=" + order.token(), FORM, "", Map.of())
                .body();
    }

    HttpResponse<String> ask(Bought order, String key, String instead) {
        String fields = "token=" + order.token() + "&id=" + key + "&q0=1&xq0=" + instead + "&reason=UNFITTING";
        return shop().send("POST", "/orders/" + order.id() + "/return", FORM, fields, Map.of());
    }

    JsonNode event(String key) {
        return json.readTree(jdbc.sql("select data::text from outbox where subject = :id and type = 'return-requested'")
                .param("id", key)
                .query(String.class)
                .single());
    }

    String counts(String sku) {
        return jdbc.sql(
                        "select on_hand || ' on hand, ' || reserved || ' reserved, ' || allocated || ' allocated' from stock where sku = :sku")
                .param("sku", sku)
                .query(String.class)
                .single();
    }

    long price(String sku) {
        return jdbc.sql("select price from variant where sku = :sku")
                .param("sku", sku)
                .query(Long.class)
                .single();
    }

    void tell(String key, String body) {
        assertThat(service("PUT", key, "/state", body)).isEqualTo(200);
    }

    int service(String method, String key, String path, String body) {
        return shop().call(
                        method,
                        "/service/returns/" + key + path,
                        body,
                        Map.of("Authorization", "Bearer " + ShopClient.TOKEN))
                .status();
    }
}
