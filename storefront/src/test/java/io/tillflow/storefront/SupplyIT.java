package io.tillflow.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.supply.LowStock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class SupplyIT extends ShopTest {
    @Autowired
    LowStock low;

    private long before;

    /** What is low of other tests' making is told before, so that only our own article counts. */
    @BeforeEach
    void tellWhatIsLowAlready() {
        while (low.tell() > 0) {
            // as many as are told at once, and on
        }
        before = jdbc.sql("select coalesce(max(seq), 0) from outbox")
                .query(Long.class)
                .single();
    }

    @Test
    void anArticleThatGetsLowIsToldOnceAndAgainTheNextTime() {
        String sku = fresh(6);
        low.tell();
        assertThat(toldOf(sku)).isEmpty();
        shop().buy(sku, 1);
        low.tell();
        low.tell();
        assertThat(toldOf(sku)).singleElement().satisfies(event -> {
            JsonNode article = event.get("article");
            assertThat(article.get("available").asInt()).isEqualTo(5);
            assertThat(article.get("awaited").asInt()).isZero();
            assertThat(article.get("price").asLong()).isPositive();
            assertThat(article.get("upTo").asInt()).isEqualTo(30);
            assertThat(event.get("businessKey").asString()).isEqualTo(sku);
        });

        shop().admin("POST", "/stock/" + sku + "/receipts", "{\"quantity\":10}");
        low.tell();
        shop().buy(sku, 11);
        low.tell();
        assertThat(toldOf(sku)).hasSize(2);
    }

    @Test
    void manyThatLookAtOnceTellOnce() throws Exception {
        String sku = fresh(50);
        low.tell();
        shop().admin("PUT", "/stock/" + sku, "{\"onHand\":0}");
        atOnce(8, low::tell);
        assertThat(toldOf(sku)).hasSize(1);
    }

    @Test
    void whatIsOnItsWayCounts() {
        String sku = low();
        String request = lowOf(sku);
        tell(request, sku, "PLANNED", 24);
        low.tell();
        assertThat(toldOf(sku)).hasSize(1);
        tell(request, sku, "CONFIRMED", 3);
        low.tell();
        assertThat(toldOf(sku)).hasSize(2);
        assertThat(toldOf(sku).getLast().get("article").get("awaited").asInt()).isEqualTo(3);
        assertThat(supplyOf(sku).get("awaited").asInt()).isEqualTo(3);
    }

    @Test
    void whoeverWasToldOfAnArticleSeveralTimesPlansOnePurchase() throws Exception {
        String sku = low();
        String held = lowOf(sku);
        clock.forward(Duration.ofMinutes(61));
        assertThat(look(sku)).isEqualTo(1);
        String again = lowOf(sku);
        assertThat(again).isNotEqualTo(held);
        assertThat(atOnce(4, () -> put(held, planned(sku)))).containsOnly(409);
        assertThat(atOnce(4, () -> put(again, planned(sku)))).containsOnly(200);
        assertThat(put(held, planned(sku))).isEqualTo(409);
        assertThat(put(UUID.randomUUID().toString(), planned(sku))).isEqualTo(409);
        assertThat(supplyOf(sku).get("purchases")).hasSize(1);
    }

    @Test
    void nothingIsPlannedOfWhatIsLowNoMore() {
        String sku = low();
        String request = lowOf(sku);
        shop().admin("POST", "/stock/" + sku + "/receipts", "{\"quantity\":10}");
        assertThat(put(request, planned(sku))).isEqualTo(409);
    }

    @Test
    void lateNewsTurnNothingBack() {
        String sku = low();
        String request = lowOf(sku);
        tell(request, sku, "PLANNED", 24);
        tell(request, sku, "PLACED", 24);
        tell(request, sku, "CONFIRMED", 12);
        tell(request, sku, "PLACED", 24);
        tell(request, sku, "PLANNED", 24);
        assertThat(supplyOf(sku).at("/purchases/0/state").asString()).isEqualTo("CONFIRMED");
        assertThat(supplyOf(sku).get("awaited").asInt()).isEqualTo(12);
    }

    @Test
    void whatAMerchantGivesUpIsBoughtAnewAndStillCountsWhenItIsOrderedAfterAll() {
        String sku = low();
        String request = lowOf(sku);
        tell(request, sku, "PLANNED", 24);
        String path = "/supply/" + sku + "/purchases/" + request + "/given-up";
        assertThat(shop().admin("POST", path, "")
                        .body()
                        .at("/purchases/0/state")
                        .asString())
                .isEqualTo("GIVEN_UP");
        assertThat(shop().admin("POST", path, "").status()).isEqualTo(409);
        String anew = lowOf(sku);
        assertThat(anew).isNotEqualTo(request);
        assertThat(put(request, planned(sku))).isEqualTo(409);
        assertThat(put(anew, planned(sku))).isEqualTo(200);
        tell(request, sku, "PLACED", 7);
        assertThat(supplyOf(sku).get("awaited").asInt()).isEqualTo(31);
    }

    @Test
    void whatIsLongOverdueIsCountedOnNoLonger() {
        String sku = low();
        String request = lowOf(sku);
        tell(request, sku, "PLANNED", 24);
        purchase(request, "updated_at = updated_at - interval '59 days'");
        assertThat(supplyOf(sku).get("awaited").asInt()).isEqualTo(24);
        low.tell();
        purchase(request, "updated_at = updated_at - interval '3 days'");
        assertThat(supplyOf(sku).get("awaited").asInt()).isZero();
        assertThat(lowOf(sku)).isNotEqualTo(request);
        purchase(request, "expected_on = updated_at::date + 30");
        assertThat(supplyOf(sku).get("awaited").asInt()).isEqualTo(24);
    }

    @Test
    void whatSomebodyDecidedAgainstRestsUntilASchedulesLook() {
        String sku = low();
        String request = lowOf(sku);
        tell(request, sku, "PLANNED", 24);
        tell(request, sku, "NOT_ORDERED", 0);
        low.tell();
        assertThat(look(sku)).isZero();
        clock.forward(Duration.ofMinutes(61));
        assertThat(look(sku)).isEqualTo(1);
        assertThat(look(sku)).isZero();
        assertThat(toldOf(sku)).hasSize(2);
    }

    @Test
    void goodsAreBookedInOnceHoweverOftenTheyAreToldAndWhoWaitsComesFirst() throws Exception {
        String sku = fresh(1);
        String order = shop().buy(sku, 1);
        shop().admin("PUT", "/stock/" + sku, "{\"onHand\":0}");
        assertThat(shop().service("POST", order, "/allocation", "").status()).isEqualTo(409);
        String request = UUID.randomUUID().toString();
        tell(request, sku, "PLACED", 24);
        List<Integer> answers =
                atOnce(6, () -> receive(request, 20).get("missing").asInt());
        assertThat(answers).containsOnly(4);
        JsonNode level = shop().admin("GET", "/stock/" + sku, "").body();
        assertThat(level.get("onHand").asInt()).isEqualTo(20);
        assertThat(level.get("allocated").asInt()).isEqualTo(1);
        tell(request, sku, "CONFIRMED", 99);
        JsonNode supply = shop().admin("GET", "/supply/" + sku, "").body();
        assertThat(supply.get("purchases")).singleElement().satisfies(purchase -> {
            assertThat(purchase.get("state").asString()).isEqualTo("RECEIVED");
            assertThat(purchase.get("received").asInt()).isEqualTo(20);
            assertThat(purchase.get("quantity").asInt()).isEqualTo(24);
        });
    }

    @Test
    void aMerchantSaysWhenAnArticleIsLow() {
        String sku = fresh(9);
        low.tell();
        assertThat(rule(sku, "{\"lowAt\": 10, \"upTo\": 60, \"pack\": 6, \"supplier\": \"werkhof\"}")
                        .get("rule"))
                .hasToString("{\"sku\":\"" + sku + "\",\"lowAt\":10,\"upTo\":60,\"pack\":6,\"supplier\":\"werkhof\"}");
        low.tell();
        assertThat(toldOf(sku).getFirst().get("article").get("supplier").asString())
                .isEqualTo("werkhof");
        assertThat(rule(sku, "{\"upTo\": 3}").toString()).contains("fill up to must be more than 10");
        assertThat(rule(sku, "{\"supplier\": \"Werkhof GmbH\"}").toString()).contains("as the table names them");
        assertThat(shop().admin("GET", "/supply/NOTHING", "").status()).isEqualTo(404);
    }

    @Test
    void refusesWhatMakesNoSense() {
        String request = UUID.randomUUID().toString();
        assertThat(put(request, "{\"sku\": \"NOTHING\", \"supplier\": \"x\", \"state\": \"PLACED\", \"quantity\": 1}"))
                .isEqualTo(404);
        assertThat(put(request, "{\"sku\": \"NOTHING\", \"supplier\": \"x\", \"quantity\": 1}"))
                .isEqualTo(422);
        assertThat(shop().automation("POST", "/purchases/" + request + "/receipt", "{\"delivered\": 3}")
                        .status())
                .isEqualTo(404);
        assertThat(shop().automation("POST", "/purchases/" + request + "/receipt", "{\"delivered\": -3}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatWasBoughtInAnotherCurrencyCostNobodyKnowsWhat() {
        String sku = fresh(9);
        String request = UUID.randomUUID().toString();
        tell(request, sku, "PLACED", 24);
        purchase(request, "unit_price = 700, currency = 'EUR'");
        String cost = "select coalesce(cost::text, 'unknown') from reporting_supply where sku = '" + sku + "'";
        assertThat(jdbc.sql(cost).query(String.class).single()).isEqualTo("700");
        purchase(request, "currency = 'SEK'");
        assertThat(jdbc.sql(cost).query(String.class).single()).isEqualTo("unknown");
    }

    private JsonNode rule(String sku, String wanted) {
        return shop().admin("PUT", "/supply/" + sku, wanted).body();
    }

    private int put(String request, String body) {
        return shop().automation("PUT", "/purchases/" + request, body).status();
    }

    /** A variant that has just got low. */
    private String low() {
        String sku = fresh(50);
        low.tell();
        shop().admin("PUT", "/stock/" + sku, "{\"onHand\":2}");
        return sku;
    }

    /** The request by which the automation was last told that it is low. */
    private String lowOf(String sku) {
        low.tell();
        return toldOf(sku).getLast().get("request").get("id").asString();
    }

    private JsonNode supplyOf(String sku) {
        return shop().admin("GET", "/supply/" + sku, "").body();
    }

    private void purchase(String request, String set) {
        jdbc.sql("update purchase set " + set + " where request = cast(:request as uuid)")
                .param("request", request)
                .update();
    }

    private static String planned(String sku) {
        return news(sku, "PLANNED", 24);
    }

    private static String news(String sku, String state, int quantity) {
        return "{\"sku\": \"%s\", \"supplier\": \"nordform\", \"state\": \"%s\", \"quantity\": %d}"
                .formatted(sku, state, quantity);
    }

    private void tell(String request, String sku, String state, int quantity) {
        assertThat(put(request, news(sku, state, quantity))).isEqualTo(200);
    }

    private JsonNode receive(String request, int delivered) {
        return shop().automation("POST", "/purchases/" + request + "/receipt", "{\"delivered\": " + delivered + "}")
                .body();
    }

    private int look(String sku) {
        return shop().automation("POST", "/stock/low", "{\"sku\": \"" + sku + "\"}")
                .body()
                .get("told")
                .asInt();
    }

    private List<JsonNode> toldOf(String sku) {
        return jdbc
                .sql(
                        "select data::text from outbox where type = 'stock-low' and data -> 'article' ->> 'sku' = :sku and seq > :before order by seq")
                .param("before", before)
                .param("sku", sku)
                .query(String.class)
                .list()
                .stream()
                .map(json::readTree)
                .toList();
    }
}
