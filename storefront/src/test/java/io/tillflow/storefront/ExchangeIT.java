package io.tillflow.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Something goes back, and another variant of it comes instead. */
class ExchangeIT extends ExchangeTest {
    @Test
    void whatIsWantedInsteadIsPutAsideAtOnceAndLeavesOnce() {
        Pair pair = pair(1);
        Bought order = delivered(pair.bought());
        String key = UUID.randomUUID().toString();
        assertThat(form(order)).contains(pair.label(), "My money back");
        assertThat(ask(order, key, pair.other()).statusCode()).isEqualTo(303);
        assertThat(ask(order, key, pair.other()).statusCode()).isEqualTo(303);
        assertThat(counts(pair.other())).isEqualTo("1 on hand, 0 reserved, 1 allocated");
        JsonNode event = event(key);
        assertThat(event.path("request").path("amount").asLong()).isPositive();
        assertThat(event.path("request").path("exchange").path("refund").asLong(-1))
                .isZero();
        assertThat(event.path("request").path("exchange").path("weightGrams").asInt())
                .isPositive();
        assertThat(event.path("order").path("country").asString()).isEqualTo("DE");
        assertThat(page(order)).contains("for " + pair.label(), "same price");

        tell(key, "{\"state\":\"ACCEPTED\"}");
        tell(key, "{\"state\":\"RECEIVED\"}");
        assertThat(page(order)).contains("then what you want instead leaves");
        assertThat(service("POST", key, "/exchange-lock", "")).isEqualTo(200);
        assertThat(service("POST", key, "/exchange-lock", "")).isEqualTo(200);
        assertThat(shop().admin("POST", "/returns/" + key + "/refund", "{}").status())
                .as("money and goods")
                .isEqualTo(409);
        String left =
                "{\"state\":\"EXCHANGED\",\"refunded\":0,\"trackingNumber\":\"TN3\",\"trackingUrl\":\"/sandbox/track/TN3\"}";
        tell(key, left);
        tell(key, left);
        tell(key, "{\"state\":\"REFUNDED\",\"refunded\":1}");
        assertThat(counts(pair.other())).isEqualTo("0 on hand, 0 reserved, 0 allocated");
        assertThat(page(order)).contains("Your exchange is on its way", "/sandbox/track/TN3", "It cost the same");
        assertThat(ask(order, UUID.randomUUID().toString(), "").body()).contains("you can send back 0 at most");
        assertThat(form(order)).contains("Exchanged. What").doesNotContain("Already on its way back");
        assertThat(shop().admin("GET", "/orders/" + order.id(), "")
                        .body()
                        .path("refundable")
                        .asLong())
                .as("what was paid stays for what came instead")
                .isPositive();
    }

    @Test
    void whatIsWantedInsteadIsFetchedWhereItLies() {
        shop().admin("PUT", "/locations/east", """
                {"name":"East","street":"Kai 1","postcode":"28195","town":"Bremen","country":"DE","position":9}""");
        Pair pair = pair(0);
        shop().admin("POST", "/stock/" + pair.other() + "/receipts", "{\"quantity\":1,\"location\":\"east\"}");
        Bought order = delivered(pair.bought());
        String key = UUID.randomUUID().toString();
        await().untilAsserted(() ->
                assertThat(ask(order, key, pair.other()).statusCode()).isEqualTo(303));
        assertThat(from(order, "?parcel=" + key).path("town").asString()).isEqualTo("Bremen");
        assertThat(shop().admin("GET", "/orders/" + order.id(), "")
                        .body()
                        .at("/lying/0/name")
                        .asString())
                .isEqualTo("East");
        assertThat(from(order, "").isObject()).as("it left long ago").isFalse();
        assertThat(from(order, "?parcel=anything").isObject()).isFalse();
    }

    private JsonNode from(Bought order, String parcel) {
        return shop().service("GET", order.id(), parcel, "").body().path("from");
    }

    @Test
    void theLastOneIsPromisedToOneShopperOnly() throws Exception {
        Pair pair = pair(1);
        List<Bought> orders = List.of(
                delivered(pair.bought()), delivered(pair.bought()), delivered(pair.bought()), delivered(pair.bought()));
        Queue<Bought> next = new ConcurrentLinkedQueue<>(orders);
        List<Integer> answers = atOnce(
                4,
                () -> ask(next.remove(), UUID.randomUUID().toString(), pair.other())
                        .statusCode());
        assertThat(answers).containsExactlyInAnyOrder(303, 422, 422, 422);
        assertThat(counts(pair.other())).isEqualTo("1 on hand, 0 reserved, 1 allocated");
    }

    @Test
    void whatIsRefusedOrPaidOutInsteadIsForSaleAgain() {
        Pair pair = pair(1);
        Bought order = delivered(pair.bought());
        String refused = UUID.randomUUID().toString();
        ask(order, refused, pair.other());
        tell(refused, "{\"state\":\"REFUSED\",\"reason\":\"TOO_LATE\"}");
        tell(refused, "{\"state\":\"REFUSED\",\"reason\":\"TOO_LATE\"}");
        assertThat(counts(pair.other())).isEqualTo("1 on hand, 0 reserved, 0 allocated");

        String paid = UUID.randomUUID().toString();
        assertThat(ask(order, paid, pair.other()).statusCode()).isEqualTo(303);
        tell(paid, "{\"state\":\"RECEIVED\"}");
        shop().admin("POST", "/returns/" + paid + "/refund", "{}");
        assertThat(service("POST", paid, "/exchange-lock", "")).isEqualTo(409);
        long amount = event(paid).path("request").path("amount").asLong();
        tell(paid, "{\"state\":\"REFUNDED\",\"refunded\":" + amount + "}");
        assertThat(counts(pair.other())).isEqualTo("1 on hand, 0 reserved, 0 allocated");
        assertThat(service("POST", UUID.randomUUID().toString(), "/exchange-lock", ""))
                .isEqualTo(404);
    }

    @Test
    void aCheaperOneGivesTheDifferenceBackAndADearerOneIsRefusedInWords() {
        Pair pair = pair(5);
        Bought order = delivered(pair.bought());
        long price = price(pair.other());
        reprice(pair.other(), price + 500, order, "more: send this back");
        assertThat(ask(order, UUID.randomUUID().toString(), pair.other()).body())
                .contains("€5.00 more");
        assertThat(ask(order, UUID.randomUUID().toString(), "NO-SUCH").body()).contains("can’t be exchanged for that");
        assertThat(counts(pair.other())).isEqualTo("5 on hand, 0 reserved, 0 allocated");
        reprice(pair.other(), price - 500, order, "€5.00 back to you");
        Bought half = delivered(pair.bought());
        jdbc.sql("""
                update orders set discounts = cast('[{"promotion": "HALF", "title": "Half", "freeDelivery": false, "amount": ' || items_total / 2 || '}]' as jsonb)
                where id = cast(:id as uuid)""").param("id", half.id()).update();
        assertThat(form(half)).as("what was paid of it").contains("€2.50 back to you");
        String key = UUID.randomUUID().toString();
        assertThat(ask(order, key, pair.other()).statusCode()).isEqualTo(303);
        assertThat(event(key).path("request").path("exchange").path("refund").asLong())
                .isEqualTo(500);
        tell(key, "{\"state\":\"EXCHANGED\",\"refunded\":500,\"trackingNumber\":\"TN4\"}");
        assertThat(page(order)).contains("The difference goes back to your card");
    }

    @Test
    void anExchangeThatNobodyGoesOnWithIsPaidOutOnceItsParcelIsKeptHere() {
        Pair pair = pair(1);
        Bought order = delivered(pair.bought());
        String key = UUID.randomUUID().toString();
        ask(order, key, pair.other());
        tell(key, "{\"state\":\"RECEIVED\"}");
        assertThat(service("POST", key, "/exchange-lock", "")).isEqualTo(200);
        CONNECTORS.stubFor(post(urlEqualTo("/api/v1/acts")).willReturn(okJson("{\"way\":\"HAND\",\"says\":\"\"}")));
        assertThat(shop().admin("POST", "/returns/" + key + "/refund", "{}").status())
                .isEqualTo(200);
        CONNECTORS.verify(postRequestedFor(urlEqualTo("/api/v1/acts"))
                .withRequestBody(matchingJsonPath("$[?(@.act == 'KEEP' && @.returnId == '" + key + "')]")));
        assertThat(service("POST", key, "/exchange-lock", "")).isEqualTo(409);
    }

    @Test
    void staffSendWhatIsWantedInsteadOnceItsThingsAreHere() {
        Pair pair = pair(1);
        Bought order = delivered(pair.bought());
        String key = UUID.randomUUID().toString();
        ask(order, key, pair.other());
        CONNECTORS.stubFor(
                post(urlEqualTo("/api/v1/acts")).willReturn(okJson("{\"way\":\"HAND\",\"says\":\"UPS TN5\"}")));
        assertThat(exchange(key).status()).as("nothing is here yet").isEqualTo(409);
        tell(key, "{\"state\":\"RECEIVED\"}");
        assertThat(exchange(key).status()).isEqualTo(200);
        CONNECTORS.verify(postRequestedFor(urlEqualTo("/api/v1/acts"))
                .withRequestBody(matchingJsonPath("$[?(@.act == 'EXCHANGE' && @.returnId == '" + key
                        + "' && @.amount == 0 && @.weightGrams > 0 && @.atOnce == true)]")));
        tell(key, "{\"state\":\"EXCHANGED\",\"refunded\":0,\"trackingNumber\":\"TN5\"}");
        assertThat(counts(pair.other())).isEqualTo("0 on hand, 0 reserved, 0 allocated");
        assertThat(exchange(key).body().path("detail").asString()).contains("sent already");
        assertThat(exchange(UUID.randomUUID().toString()).status()).isEqualTo(404);
    }

    @Test
    void nothingComesInsteadOfAnOrderWhoseMoneyWentBack() {
        Pair pair = pair(1);
        Bought order = delivered(pair.bought());
        String key = UUID.randomUUID().toString();
        ask(order, key, pair.other());
        tell(key, "{\"state\":\"RECEIVED\"}");
        shop().service("PUT", order.id(), "/state", "{\"state\":\"CANCELLED\",\"reason\":\"LOST\"}");
        assertThat(service("POST", key, "/exchange-lock", "")).isEqualTo(409);
        assertThat(page(order)).doesNotContain("for " + pair.label());
    }
}
