package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What came instead goes back, too. */
class CameInsteadIT extends ExchangeTest {
    @Test
    void whatCameInsteadIsOfferedOnceItLeftAndNoMoreThanCame() {
        Pair pair = pair(1);
        Bought order = delivered(pair.bought());
        String exchange = UUID.randomUUID().toString();
        ask(order, exchange, pair.other());
        String field = field(exchange, pair.other());
        assertThat(form(order)).as("before it left").doesNotContain(field);
        exchanged(exchange);
        assertThat(form(order)).contains(field, "Came instead of something", pair.label());
        assertThat(back(order, UUID.randomUUID().toString(), field, "2").body())
                .contains("you can send back 1 at most");
        String others = field(UUID.randomUUID().toString(), pair.other());
        assertThat(back(order, UUID.randomUUID().toString(), others, "1").statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatCameInsteadIsSentBackForItsMoneyAndOnce() {
        Pair pair = pair(1);
        Bought order = delivered(pair.bought());
        String exchange = UUID.randomUUID().toString();
        ask(order, exchange, pair.other());
        exchanged(exchange);
        clock.forward(Duration.ofDays(3));
        String field = field(exchange, pair.other());
        String key = UUID.randomUUID().toString();
        assertThat(back(order, key, field, "1").statusCode()).isEqualTo(303);
        assertThat(back(order, key, field, "1").statusCode()).isEqualTo(303);
        JsonNode asked = event(key).path("request");
        JsonNode facts = shop().service("GET", order.id(), "", "").body();
        long paid = facts.path("lines").path(0).path("unitPrice").asLong();
        assertThat(asked.path("amount").asLong()).isEqualTo(paid);
        assertThat(asked.path("daysSince").asLong(-1)).isEqualTo(3);
        assertThat(page(order)).contains(", " + pair.label());
        assertThat(form(order)).as("it is on its way already").doesNotContain(field);
        assertThat(back(order, UUID.randomUUID().toString(), field, "1").statusCode())
                .isEqualTo(422);
        tell(key, "{\"state\":\"ACCEPTED\"}");
        tell(key, "{\"state\":\"RECEIVED\"}");
        service("POST", key, "/restock", "");
        tell(key, "{\"state\":\"REFUNDED\",\"refunded\":" + paid + "}");
        assertThat(counts(pair.other())).as("it is on sale again").isEqualTo("1 on hand, 0 reserved, 0 allocated");
        JsonNode whole = shop().admin("GET", "/orders/" + order.id(), "").body();
        assertThat(whole.path("refundable").asLong())
                .as("only the delivery is left")
                .isEqualTo(facts.path("deliveryPrice").asLong());
    }

    @Test
    void whatCameInsteadIsExchangedOnceMoreAndThatGoesBackForItsMoney() {
        Pair pair = pair(1);
        Bought order = delivered(pair.bought());
        String first = UUID.randomUUID().toString();
        ask(order, first, pair.other());
        exchanged(first);
        String field = field(first, pair.other());
        String second = UUID.randomUUID().toString();
        assertThat(form(order)).contains("x" + field);
        String toItself = field + "=1&x" + field + "=" + pair.other();
        assertThat(chosen(order, UUID.randomUUID().toString(), toItself).body()).contains("exchanged for that");
        String wish = field + "=1&x" + field + "=" + pair.bought();
        assertThat(chosen(order, second, wish).statusCode()).isEqualTo(303);
        assertThat(chosen(order, second, wish).statusCode()).isEqualTo(303);
        assertThat(chosen(order, UUID.randomUUID().toString(), wish).statusCode())
                .as("it is on its way already")
                .isEqualTo(422);
        JsonNode asked = event(second).path("request");
        assertThat(asked.path("exchange").path("items").asInt()).isEqualTo(1);
        assertThat(asked.path("exchange").path("refund").asLong(-1)).isZero();
        exchanged(second);
        assertThat(counts(pair.other())).as("it is on sale again").isEqualTo("1 on hand, 0 reserved, 0 allocated");
        assertThat(counts(pair.bought()))
                .as("one left, came back, and left again")
                .isEqualTo("76 on hand, 0 reserved, 0 allocated");
        String third = UUID.randomUUID().toString();
        assertThat(back(order, third, field(second, pair.bought()), "1").statusCode())
                .isEqualTo(303);
        JsonNode facts = shop().service("GET", order.id(), "", "").body();
        assertThat(event(third).path("request").path("amount").asLong())
                .isEqualTo(facts.path("lines").path(0).path("unitPrice").asLong());
        assertThat(shop().admin("GET", "/orders/" + order.id(), "")
                        .body()
                        .path("refundable")
                        .asLong())
                .as("only the delivery is left")
                .isEqualTo(facts.path("deliveryPrice").asLong());
    }

    @Test
    void exchangingOnAndOnDoesNotRenewTheTime() {
        Pair pair = pair(2);
        Bought order = delivered(pair.bought());
        clock.forward(Duration.ofDays(9));
        String first = UUID.randomUUID().toString();
        ask(order, first, pair.other());
        exchanged(first);
        clock.forward(Duration.ofDays(4));
        String field = field(first, pair.other());
        String second = UUID.randomUUID().toString();
        chosen(order, second, field + "=1&x" + field + "=" + pair.bought());
        exchanged(second);
        clock.forward(Duration.ofDays(2));
        String third = UUID.randomUUID().toString();

        assertThat(back(order, third, field(second, pair.bought()), "1").statusCode())
                .isEqualTo(303);

        assertThat(event(second).path("request").path("daysSince").asLong(-1)).isEqualTo(4);
        assertThat(event(third).path("request").path("daysSince").asLong(-1))
                .as("since the first exchange left")
                .isEqualTo(6);
    }

    @Test
    void aProgramAsksForTheSameByRest() {
        Pair pair = pair(1);
        Bought order = delivered(pair.bought());
        JsonNode first = returns("GET", order, "").body();
        assertThat(first.path("open").asBoolean()).isTrue();
        assertThat(first.at("/things/0/left").asInt()).isEqualTo(1);
        assertThat(first.at("/things/0/instead").toString()).contains(pair.other());
        String key = UUID.randomUUID().toString();
        String line = "{\"position\":0,\"quantity\":1,\"instead\":\"" + pair.other() + "\"}";
        assertThat(returns("POST", order, wish(key, line + "," + line)).status())
                .as("the same thing twice")
                .isEqualTo(422);
        assertThat(returns("POST", order, wish(key, line)).status()).isEqualTo(202);
        assertThat(returns("POST", order, wish(key, line)).body().path("id").asString())
                .isEqualTo(key);
        exchanged(key);
        JsonNode came = returns("GET", order, "").body().at("/things/1");
        assertThat(came.path("sku").asString()).isEqualTo(pair.other());
        String back = "{\"position\":0,\"quantity\":1,\"came\":" + came.path("came") + "}";
        ShopClient.Answer asked = returns("POST", order, wish(UUID.randomUUID().toString(), back));
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.body().path("amount").asLong())
                .isEqualTo(came.path("counts").asLong());
        String guess = UUID.randomUUID().toString();
        assertThat(returns("POST", order, wish(guess, line.replace("1", "-1"))).status())
                .isEqualTo(422);
        assertThat(returns("POST", order, wish(guess, line.replace(":0", ":7"))).status())
                .isEqualTo(422);
        assertThat(returns("POST", order, wish(guess, "{}")).status()).isEqualTo(422);
        Bought stranger = new Bought(order.id(), "guess");
        assertThat(returns("GET", stranger, "").status()).isEqualTo(404);
        assertThat(returns("POST", stranger, wish(guess, line)).status()).isEqualTo(404);
    }

    private static String wish(String key, String lines) {
        return "{\"id\":\"" + key + "\",\"reason\":\"UNFITTING\",\"lines\":[" + lines + "]}";
    }

    private ShopClient.Answer returns(String method, Bought order, String body) {
        return shop().call(method, "/orders/" + order.id() + "/returns?token=" + order.token(), body, Map.of());
    }

    private static String field(String exchange, String sku) {
        return "k0-" + exchange + "-" + sku;
    }

    private void exchanged(String key) {
        tell(key, "{\"state\":\"ACCEPTED\"}");
        tell(key, "{\"state\":\"RECEIVED\"}");
        service("POST", key, "/restock", "");
        service("POST", key, "/exchange-lock", "");
        tell(key, "{\"state\":\"EXCHANGED\",\"refunded\":0,\"trackingNumber\":\"T\"}");
    }

    private HttpResponse<String> back(Bought order, String key, String field, String quantity) {
        return chosen(order, key, field + "=" + quantity);
    }

    private HttpResponse<String> chosen(Bought order, String key, String chosen) {
        String fields = "token=" + order.token() + "&id=" + key + "&q0=0&" + chosen + "&reason=UNFITTING";
        return shop().send("POST", "/orders/" + order.id() + "/return", FORM, fields, Map.of());
    }
}
