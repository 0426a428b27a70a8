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
        String field = "k0-" + exchange;
        assertThat(form(order)).as("before it left").doesNotContain(field);
        exchanged(exchange);
        assertThat(form(order)).contains(field, "Came instead of something", pair.label());
        assertThat(back(order, UUID.randomUUID().toString(), field, "2").body())
                .contains("you can send back 1 at most");
        String others = "k0-" + UUID.randomUUID();
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
        String field = "k0-" + exchange;
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

    private void exchanged(String key) {
        tell(key, "{\"state\":\"ACCEPTED\"}");
        tell(key, "{\"state\":\"RECEIVED\"}");
        service("POST", key, "/restock", "");
        service("POST", key, "/exchange-lock", "");
        tell(key, "{\"state\":\"EXCHANGED\",\"refunded\":0,\"trackingNumber\":\"T\"}");
    }

    private HttpResponse<String> back(Bought order, String key, String field, String quantity) {
        String fields =
                "token=" + order.token() + "&id=" + key + "&q0=0&" + field + "=" + quantity + "&reason=UNFITTING";
        return shop().send("POST", "/orders/" + order.id() + "/return", FORM, fields, Map.of());
    }
}
