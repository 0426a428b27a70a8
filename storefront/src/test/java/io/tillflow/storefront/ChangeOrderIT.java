package io.tillflow.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.storefront.ShopClient.Answer;
import io.tillflow.storefront.catalogue.Shelf;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What staff change about an order before it ships. */
class ChangeOrderIT extends ShopTest {
    private static final String ELSEWHERE = """
            {"name":"Mara Lindqvist","street":"Neue Gasse 7","postcode":"10437","town":"Berlin","country":"DE"}""";

    @Autowired
    Shelf shelf;

    @BeforeEach
    void lettersAreSent() {
        CONNECTORS.stubFor(post(urlEqualTo("/api/v1/acts")).willReturn(okJson("{\"way\":\"HAND\",\"says\":\"\"}")));
    }

    @Test
    void lessOfItCostsLessOnceAndTheRestIsForSaleAgain() throws Exception {
        String one = fresh(5);
        String two = fresh(4);
        String id = bought(one, 3, two, 1);
        JsonNode before = facts(id);
        String asked = asked(UUID.randomUUID(), "\"quantities\":{\"%s\":1,\"%s\":0}".formatted(one, two));
        assertThat(atOnce(5, () -> change(id, asked).status())).containsOnly(200);

        JsonNode after = facts(id);
        assertThat(after.path("lines")).hasSize(1);
        assertThat(after.path("items").asInt()).isEqualTo(1);
        long unit = after.path("lines").get(0).path("unitPrice").asLong();
        assertThat(after.path("total").asLong())
                .isEqualTo(unit - discount(after) + before.path("deliveryPrice").asLong());
        assertThat(after.path("tax").asLong())
                .isEqualTo(Math.round(after.path("total").asLong() * 19 / 119.0));
        assertThat(reserved(one)).isEqualTo(1);
        assertThat(reserved(two)).isZero();
        JsonNode whole = whole(id);
        assertThat(whole.path("acts")).hasSize(1);
        assertThat(whole.path("notes").get(0).path("body").asString()).contains(one + " 3 → 1", two + " 1 → 0", "less");
        CONNECTORS.verify(postRequestedFor(urlEqualTo("/api/v1/acts"))
                .withRequestBody(matchingJsonPath("$.act", equalTo("CHANGE"))));

        shop().service("POST", id, "/allocation", "");
        assertThat(change(id, asked(UUID.randomUUID(), "\"quantities\":{\"" + one + "\":2}"))
                        .status())
                .isEqualTo(409);
        shop().service("POST", id, "/shipping-lock", "");
        shop().service("PUT", id, "/state", "{\"state\":\"SHIPPED\"}");
        assertThat(shop().admin("GET", "/stock/" + one, "")
                        .body()
                        .path("onHand")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void anotherArticleComesInsteadOnceForNoMoreMoneyAtTodaysPrice() throws Exception {
        String one = fresh(5);
        String other = fresh(4);
        priced(one, 5_000);
        priced(other, 4_000);
        String id = bought(one, 3);
        shop().service("POST", id, "/allocation", "");
        JsonNode before = facts(id);
        priced(one, 9_000);
        String asked = asked(UUID.randomUUID(), "\"quantities\":{\"%s\":1,\"%s\":2}".formatted(one, other));
        assertThat(atOnce(5, () -> change(id, asked).status())).containsOnly(200);

        JsonNode after = facts(id);
        assertThat(after.path("lines")
                        .valueStream()
                        .map(it -> it.path("quantity").asInt() + " for "
                                + it.path("unitPrice").asLong()))
                .containsExactly("1 for 5000", "2 for 4000");
        assertThat(after.path("total").asLong())
                .isEqualTo(
                        13_000 - discount(after) + before.path("deliveryPrice").asLong());
        assertThat(level(one, "allocated")).isEqualTo(1);
        assertThat(level(other, "allocated")).isEqualTo(2);
        assertThat(whole(id).path("notes").get(0).path("body").asString())
                .contains(one + " 3 → 1", other + " 0 → 2", "less");
        assertThat(whole(id).path("acts")).hasSize(1);

        shop().service("POST", id, "/shipping-lock", "");
        shop().service("PUT", id, "/state", "{\"state\":\"SHIPPED\"}");
        assertThat(level(one, "onHand")).isEqualTo(4);
        assertThat(level(other, "onHand")).isEqualTo(2);
    }

    @Test
    void ofTheLastOneThatTwoOrdersWantOneGetsItAndNothingCostsMoreThanWasAgreed() throws Exception {
        String one = fresh(9);
        String other = fresh(1);
        priced(one, 5_000);
        priced(other, 5_000);
        List<String> orders = List.of(bought(one, 2), bought(one, 2));
        AtomicInteger turn = new AtomicInteger();
        String swap = "\"quantities\":{\"%s\":1,\"%s\":1}".formatted(one, other);
        assertThat(atOnce(
                        2,
                        () -> change(orders.get(turn.getAndIncrement()), asked(UUID.randomUUID(), swap))
                                .status()))
                .containsExactlyInAnyOrder(200, 409);
        assertThat(level(other, "reserved")).isEqualTo(1);
        assertThat(level(one, "reserved")).isEqualTo(3);

        priced(other, 5_001);
        shop().admin("POST", "/stock/" + other + "/receipts", "{\"quantity\":9}");
        String id = bought(one, 2);
        Answer dearer = change(id, asked(UUID.randomUUID(), swap));
        assertThat(dearer.status()).isEqualTo(409);
        assertThat(dearer.body().path("type").asString()).contains("costs-more");
        priced(one, 4_000);
        Answer otherPrice = change(id, asked(UUID.randomUUID(), "\"quantities\":{\"" + one + "\":3}"));
        assertThat(otherPrice.body().path("type").asString()).contains("other-price");
        assertThat(facts(id).path("lines")).hasSize(1);
        assertThat(level(one, "reserved")).isEqualTo(5);
    }

    @Test
    void anOrderThatWaitsIsServedWithWhatItWantsInstead() {
        String one = fresh(2);
        String other = fresh(2);
        priced(one, 5_000);
        priced(other, 5_000);
        String id = bought(one, 2);
        shop().admin("PUT", "/stock/" + one, "{\"onHand\":0,\"reason\":\"broken\"}");
        assertThat(shop().service("POST", id, "/allocation", "").status()).isEqualTo(409);
        assertThat(change(id, asked(UUID.randomUUID(), "\"quantities\":{\"%s\":0,\"%s\":2}".formatted(one, other)))
                        .status())
                .isEqualTo(200);
        assertThat(facts(id).path("stockState").asString()).isEqualTo("ALLOCATED");
        assertThat(level(other, "allocated")).isEqualTo(2);
        assertThat(level(one, "reserved")).isZero();
    }

    @Test
    void thingsThatWereSetAsideGoToWhoeverWaits() {
        String sku = fresh(3);
        String first = shop().buy(sku, 3);
        shop().service("POST", first, "/allocation", "");
        shop().admin("POST", "/stock/" + sku + "/receipts", "{\"quantity\":2}");
        String second = shop().buy(sku, 2);
        shop().admin("PUT", "/stock/" + sku, "{\"onHand\":3,\"reason\":\"broken\"}");
        assertThat(shop().service("POST", second, "/allocation", "").status()).isEqualTo(409);
        change(first, asked(UUID.randomUUID(), "\"quantities\":{\"" + sku + "\":1}"));
        assertThat(facts(second).path("stockState").asString()).isEqualTo("ALLOCATED");
        JsonNode stock = shop().admin("GET", "/stock/" + sku, "").body();
        assertThat(stock.path("allocated").asInt()).isEqualTo(3);
    }

    @Test
    void itGoesElsewhereInTheSameCountryAndTheBillFollows() {
        String id = shop().buy(fresh(1), 1);
        JsonNode after = change(id, asked(UUID.randomUUID(), "\"shipping\":" + ELSEWHERE))
                .body()
                .path("order");
        assertThat(after.path("shipping").path("street").asString()).isEqualTo("Neue Gasse 7");
        assertThat(after.path("billing").path("street").asString()).isEqualTo("Neue Gasse 7");
        assertThat(whole(id).path("notes").toString()).contains("address").doesNotContain("Neue Gasse");
        for (String wrong : List.of(
                ELSEWHERE.replace("\"DE\"", "\"AT\"").replace("10437", "1010"),
                ELSEWHERE.replace("10437", "1"),
                ELSEWHERE)) {
            assertThat(change(id, asked(UUID.randomUUID(), "\"shipping\":" + wrong))
                            .status())
                    .as(wrong)
                    .isEqualTo(409);
        }
    }

    @Test
    void anIdIsForOneWishAndNobodyOverwritesAnAddressTheyHaveNotSeen() {
        String sku = fresh(5);
        String id = shop().buy(sku, 3);
        String seen = facts(id).path("shipping").toString();
        UUID used = UUID.randomUUID();
        assertThat(change(id, asked(used, "\"quantities\":{\"" + sku + "\":2}")).status())
                .isEqualTo(200);
        assertThat(change(id, asked(used, "\"quantities\":{\"" + sku + "\":1}")).status())
                .isEqualTo(409);
        assertThat(change(id, asked(used, "\"quantities\":{\"" + sku + "\":2}")).status())
                .isEqualTo(200);
        assertThat(facts(id).path("lines").get(0).path("quantity").asInt()).isEqualTo(2);

        String elsewhere = "\"seen\":" + seen + ",\"shipping\":";
        assertThat(change(id, asked(UUID.randomUUID(), elsewhere + ELSEWHERE)).status())
                .isEqualTo(200);
        Answer late = change(id, asked(UUID.randomUUID(), elsewhere + ELSEWHERE.replace("10437", "10439")));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("detail").asString()).contains("meanwhile");
        assertThat(facts(id).path("shipping").path("postcode").asString()).isEqualTo("10437");
    }

    @Test
    void whatCannotBeChangedSaysWhyAndStaysAsItIs() {
        String sku = fresh(5);
        String id = shop().buy(sku, 2);
        for (String wrong : List.of("\"%s\":3", "\"%s\":-1", "\"%s\":0", "\"NOTHING%s\":0")) {
            Answer refused = change(id, asked(UUID.randomUUID(), "\"quantities\":{" + wrong.formatted(sku) + "}"));
            assertThat(refused.status()).as(wrong).isEqualTo(409);
            assertThat(refused.body().path("detail").asString()).isNotBlank();
        }
        UUID used = UUID.randomUUID();
        assertThat(change(id, asked(used, "\"quantities\":{\"" + sku + "\":1}")).status())
                .isEqualTo(200);
        String other = shop().buy(sku, 2);
        assertThat(change(other, asked(used, "\"quantities\":{\"" + sku + "\":1}"))
                        .status())
                .isEqualTo(409);
        shop().service("POST", id, "/shipping-lock", "");
        assertThat(change(id, asked(UUID.randomUUID(), "\"shipping\":" + ELSEWHERE))
                        .status())
                .isEqualTo(409);
        assertThat(whole(id).path("changeable").asBoolean()).isFalse();
        shop().admin("POST", "/orders/" + other + "/cancellation", "");
        assertThat(change(other, asked(UUID.randomUUID(), "\"shipping\":" + ELSEWHERE))
                        .status())
                .isEqualTo(409);
        assertThat(change(UUID.randomUUID().toString(), asked(UUID.randomUUID(), "\"quantities\":{}"))
                        .status())
                .isEqualTo(404);
    }

    private void priced(String sku, long price) {
        assertThat(shop().admin("PUT", "/prices/" + sku, "{\"price\":" + price + "}")
                        .status())
                .isEqualTo(200);
        await().until(() -> shelf.item(sku).orElseThrow().variant().price() == price);
    }

    private int level(String sku, String count) {
        return shop().admin("GET", "/stock/" + sku, "").body().path(count).asInt();
    }

    private String bought(String sku, int pieces) {
        return shop().place(shop().readyCheckout(Map.of(sku, pieces), "mara@example.org"))
                .body()
                .path("orderId")
                .asString();
    }

    private String bought(String one, int ofOne, String two, int ofTwo) {
        return shop().place(shop().readyCheckout(Map.of(one, ofOne, two, ofTwo), "mara@example.org"))
                .body()
                .path("orderId")
                .asString();
    }

    private static String asked(UUID id, String what) {
        return "{\"id\":\"" + id + "\",\"by\":\"ida\"," + what + "}";
    }

    private Answer change(String id, String asked) {
        return shop().admin("POST", "/orders/" + id + "/changes", asked);
    }

    private JsonNode whole(String id) {
        return shop().admin("GET", "/orders/" + id, "").body();
    }

    private JsonNode facts(String id) {
        return whole(id).path("order");
    }

    private static long discount(JsonNode order) {
        long off = 0;
        for (JsonNode discount : order.path("discounts")) {
            off += discount.path("amount").asLong();
        }
        return off;
    }

    private int reserved(String sku) {
        return level(sku, "reserved");
    }
}
