package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the merchant's side makes of what models foretell: when to order what, what to spend, what to ask for it. */
class ShopFiguresIT extends HistoryStudio {
    @BeforeEach
    void theShopAnswers() {
        CONNECTORS.begin(false);
    }

    @Test
    void saysWhatWillBeAskedForAndWhenToOrderItAgain() {
        String demand = "/api/v1/shop/products/" + FakeShop.SKU + "/demand";
        assertThat(get(demand).at("/expected/units").asInt()).isEqualTo(70);
        long point = get(demand).at("/reorder/point").asLong();
        assertThat(point).as("two weeks' demand and something for safety").isBetween(85L, 120L);
        assertThat(get(demand + "?leadSpread=0&service=50").at("/reorder/point").asLong())
                .isEqualTo(70);
        assertThat(get(demand).at("/reorder/quantity").asLong())
                .as("the root of 2 x 5 a day x 15.00 / 0.034 a day")
                .isEqualTo(67);
        assertThat(get(demand + "?leadDays=30").at("/missing").asString()).contains("12 are needed");
        assertThat(get(demand + "?leadDays=30").at("/reorder").isObject()).isFalse();
        assertThat(http().get(demand + "?leadDays=0", CLI).body()).contains("1 to 91 days from order to shelf");
        assertThat(http().get(demand, "Authorization", "Bearer " + token("VIEWER"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void spendsABudgetOnWhatWillBeAskedFor() throws Exception {
        String page = "/api/v1/shop/replenishment";
        JsonNode plan = get(page);
        assertThat(plan.at("/considered").asInt()).isEqualTo(3);
        assertThat(plan.at("/items/0/sku").asString()).isEqualTo("LAMP-1");
        assertThat(plan.at("/items/0/quantity").asInt() % 4).as("whole packs").isZero();
        assertThat(plan.at("/items/0/cost").asLong())
                .isEqualTo(2500 * plan.at("/items/0/quantity").asLong());
        assertThat(plan.at("/cost").asLong() + plan.at("/left").asLong()).isEqualTo(100_000);
        assertThat(plan.at("/items").valueStream().map(it -> it.get("sku").asString()))
                .doesNotContain("ENOUGH");

        JsonNode rich = get(page + "?budget=1000000");
        assertThat(rich.at("/items/1/sku").asString()).isEqualTo("VASE");
        assertThat(rich.at("/items/1/unitCost").asLong())
                .as("60 % of the price")
                .isEqualTo(1200);
        assertThat(rich.at("/items/1/assumed").asBoolean()).isTrue();
        assertThat(rich.at("/left").asLong()).as("more would not pay").isPositive();
        assertThat(get(page + "?budget=2000").at("/items").size())
                .as("no pack fits but a vase")
                .isEqualTo(1);
        assertThat(http().get(page + "?budget=-1", CLI).body()).contains("expected a budget of 0 to");
        assertThat(http().get(page + "?leadDays=80", CLI).body()).contains("together at most 91, but got 80 and 28");
        assertThat(http().get(page, "Authorization", "Bearer " + token("VIEWER"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void proposesPricesWithinTheGuardrailsAndAPersonDecides() {
        String proposals = "/api/v1/shop/price-proposals";
        JsonNode lamp = get(proposals).at("/items/0");
        assertThat(lamp.path("sku").asString()).isEqualTo("LAMP-1");
        assertThat(lamp.path("proposed").asLong())
                .as("at most a tenth down, ending in 90")
                .isBetween(5625L, 6249L)
                .matches(price -> price % 100 == 90);
        assertThat(lamp.path("profitChangeAtWorst").asDouble()).isPositive();
        assertThat(lamp.path("profitChangeAtBest").asDouble())
                .isGreaterThan(lamp.path("profitChange").asDouble());
        assertThat(get(proposals)
                        .path("silent")
                        .valueStream()
                        .map(it ->
                                it.path("sku").asString() + " " + it.path("why").asString()))
                .containsExactly("RARE NOT_WANTED", "ODD NO_ANSWER", "SET PLANNED", "VAGUE NOTHING_PAYS");

        String price = "{\"price\": " + lamp.path("proposed").asLong() + ", \"reason\": \"the season is over\"}";
        String lampPath = proposals + "/LAMP-1/";
        assertThat(ask(lampPath + "acceptance", "{\"price\": 1}", CLI).statusCode())
                .isEqualTo(409);
        assertThat(ask(lampPath + "acceptance", price, CLI).statusCode()).isEqualTo(200);
        assertThat(ask(lampPath + "acceptance", price, CLI).statusCode()).isEqualTo(200);
        assertThat(CONNECTORS.told())
                .hasSize(2)
                .allSatisfy(told -> assertThat(told)
                        .startsWith("POST /api/v1/admin/price-plans")
                        .contains("\"price\":" + lamp.path("proposed").asLong()));
        assertThat(CONNECTORS.told().stream().map(told -> told.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1")))
                .as("twice plans once")
                .containsOnly(CONNECTORS.told().getFirst().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"));

        assertThat(ask(lampPath + "refusal", price, CLI).statusCode()).isEqualTo(200);
        assertThat(get(proposals).path("items")).isEmpty();
        assertThat(get(proposals).at("/silent/0/why").asString()).isEqualTo("REFUSED");
        assertThat(jdbc.sql("select action from studio.audit where subject = 'price/LAMP-1' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("price.proposal-refused");
        jdbc.sql("delete from studio.price_refusal").update();
    }

    private HttpResponse<String> ask(String path, String body, String... who) {
        return http().send("POST", path, body, who);
    }
}
