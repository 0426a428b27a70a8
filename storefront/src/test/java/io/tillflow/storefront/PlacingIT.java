package io.tillflow.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PlacingIT extends ShopTest {
    @Test
    void twentyClicksAtOnceMakeOneOrder() throws Exception {
        String sku = fresh(5);
        String checkout = shop().readyCheckout(Map.of(sku, 2), "twice@example.org");
        List<ShopClient.Answer> answers = atOnce(20, () -> shop().place(checkout));

        Set<String> orders = new HashSet<>();
        answers.forEach(a -> orders.add(a.body().get("orderId").asString()));
        assertThat(answers).extracting(ShopClient.Answer::status).containsOnly(201);
        assertThat(orders).hasSize(1);
        String order = orders.iterator().next();
        assertThat(count("orders where checkout_id = '" + checkout + "'")).isEqualTo(1);
        assertThat(count("outbox where subject = '" + order + "'")).isEqualTo(1);
        assertThat(count("stock_movement where kind = 'HOLD_RESERVED' and sku = '" + sku + "'"))
                .isEqualTo(1);
        List<LoggedRequest> payments = CONNECTORS.findAll(postRequestedFor(urlEqualTo("/api/v1/payments")));
        assertThat(payments).allMatch(r -> r.getHeader("Idempotency-Key").equals(order));
    }

    @Test
    void theAutomationLearnsFactsButNothingPersonal() {
        String sku = fresh(5);
        String checkout = shop().readyCheckout(Map.of(sku, 3), "facts@example.org");
        shop().put("/checkouts/" + checkout, """
                {"contact":{"email":"Facts@Example.org"},"delivery":"express",
                 "shipping":{"name":"Ann Bee","street":"Rue 1","postcode":"69001","town":"Lyon","country":"FR"},
                 "billing":{"name":"Ann Bee","street":"Weg 2","postcode":"10243","town":"Berlin","country":"DE"}}""");
        JsonNode placed = shop().place(checkout).body();
        String order = placed.get("orderId").asString();
        await().until(() -> !sentFor(order).isEmpty());

        JsonNode event = sentFor(order).getFirst();
        JsonNode facts = event.get("data").get("order");
        assertThat(event.get("type").asString()).isEqualTo("order-placed");
        assertThat(event.get("source").asString()).isEqualTo("shop");
        assertThat(event.get("data").get("businessKey")).isEqualTo(placed.get("number"));
        assertThat(event.get("data").get("payment").get("id").asString()).isEqualTo("pay_1");
        assertThat(facts.get("items").asInt()).isEqualTo(3);
        assertThat(facts.get("country").asString()).isEqualTo("FR");
        assertThat(facts.get("express").asBoolean()).isTrue();
        assertThat(facts.get("addressMismatch").asBoolean()).isTrue();
        assertThat(facts.get("firstOrder").asBoolean()).isTrue();
        assertThat(facts.get("channel").asString()).isEqualTo("web");
        assertThat(event.toString()).doesNotContain("Ann Bee", "Rue 1", "example.org");
        assertThat(placed.get("paymentUrl").asString()).isEqualTo("/sandbox/pay/pay_1");
    }

    @Test
    void aSecondOrderIsNotAFirstOneAndDeclinesAreCounted() {
        String sku = fresh(9);
        String email = "again@example.org";
        String first = shop().place(shop().readyCheckout(Map.of(sku, 1), email))
                .body()
                .get("orderId")
                .asString();
        shop().service("PUT", first, "/payment", "{\"paymentId\":\"pay_2\",\"url\":\"/sandbox/pay/pay_2\"}");
        shop().service("PUT", first, "/payment", "{\"paymentId\":\"pay_2\",\"url\":\"/sandbox/pay/pay_2\"}");
        String second = shop().place(shop().readyCheckout(Map.of(sku, 1), email))
                .body()
                .get("orderId")
                .asString();

        JsonNode facts = shop().service("GET", second, "", "").body();
        assertThat(facts.get("firstOrder").asBoolean()).isFalse();
        assertThat(facts.get("pastDeclines").asInt()).isEqualTo(1);
        assertThat(shop().service("GET", first, "", "").body().get("paymentUrl").asString())
                .isEqualTo("/sandbox/pay/pay_2");
    }

    @Test
    void placesWithoutAPaymentWhileTheConnectorsAreAway() {
        CONNECTORS.stubFor(
                post(urlEqualTo("/api/v1/payments")).willReturn(aResponse().withStatus(503)));
        String order = shop().buy(fresh(2), 1);
        await().until(() -> !sentFor(order).isEmpty());
        JsonNode payment = sentFor(order).getFirst().get("data").get("payment");
        assertThat(payment.has("id")).isTrue();
        assertThat(payment.get("id").isNull()).isTrue();
    }

    @Test
    void theDemoChannelTravelsWithTheOrder() {
        String cart = shop().cartWith(Map.of(fresh(2), 1));
        JsonNode checkout = shop().call(
                        "POST", "/checkouts", "{\"cartId\":\"" + cart + "\"}", Map.of("X-Tillflow-Channel", "demo"))
                .body();
        String id = checkout.get("id").asString();
        shop().put("/checkouts/" + id, ShopClient.MARA.formatted("demo@example.org"));
        String order = shop().place(id).body().get("orderId").asString();
        assertThat(shop().service("GET", order, "", "").body().get("channel").asString())
                .isEqualTo("demo");
        assertThat(shop().get("/carts/" + cart).body().get("lines")).isEmpty();
    }

    @Test
    void whatWasAddedMeanwhileStaysInTheCart() {
        String sku = fresh(9);
        String cart = shop().cartWith(Map.of(sku, 2));
        String checkout = shop().startCheckout(cart).body().get("id").asString();
        shop().put("/checkouts/" + checkout, ShopClient.MARA.formatted("more@example.org"));
        shop().put("/carts/" + cart + "/lines/" + sku, "{\"quantity\":3}");
        assertThat(shop().place(checkout).status()).isEqualTo(201);
        assertThat(shop().get("/carts/" + cart)
                        .body()
                        .get("lines")
                        .get(0)
                        .get("quantity")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void totalsComeFromTheServer() {
        String sku = fresh(4);
        long price = jdbc.sql("select price from variant where sku = :sku")
                .param("sku", sku)
                .query(Long.class)
                .single();
        String checkout = shop().readyCheckout(Map.of(sku, 2), "sum@example.org");
        JsonNode totals = shop().get("/checkouts/" + checkout).body().get("totals");
        long delivery = 2 * price >= 6000 ? 0 : 490;
        assertThat(totals.get("total").asLong()).isEqualTo(2 * price + delivery);
        assertThat(totals.get("tax").asLong()).isEqualTo(Math.round((2 * price + delivery) * 19 / 119.0));
    }

    @Test
    void badDetailsAreRefusedFieldByFieldAndTheCartStays() {
        String cart = shop().cartWith(Map.of(fresh(3), 1));
        String id = shop().startCheckout(cart).body().get("id").asString();
        ShopClient.Answer answer = shop().put("/checkouts/" + id, """
                {"contact":{"email":"nobody"},"shipping":{"name":"","street":"X 1","postcode":"1011","town":"Berlin","country":"XX"},
                 "delivery":"yesterday"}""");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().get("errors"))
                .extracting(e -> e.get("field").asString())
                .containsExactlyInAnyOrder("contact.email", "shipping.name", "shipping.country", "delivery");
        assertThat(shop().place(id).status()).isEqualTo(422);
        assertThat(shop().get("/carts/" + cart).body().get("lines")).hasSize(1);
        assertThat(shop().put("/checkouts/" + id, "{not json").status()).isEqualTo(400);
    }

    private int count(String fromWhere) {
        return jdbc.sql("select count(*) from " + fromWhere)
                .query(Integer.class)
                .single();
    }
}
