package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.tillflow.connectors.intelligence.Scoring;
import io.tillflow.connectors.intelligence.SlowSellers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Demand from what was sold to what is foretold of each variant, on the real broker; only the shop's views are made up. */
class DemandIT extends RegistryCalls {
    @Test
    void demandIsForetoldOfEachVariantAndForgottenWithoutALiveVersion() throws Exception {
        assertThat(forecast("V-1", 28).get("missing").asString()).isEqualTo("no demand model is in use");
        PastOrders.demand(40, 60);
        String few = ask("demand");
        awaitDone(few);
        assertThat(state(few)).isEqualTo("TOO_LITTLE there are 60 days of sales; 90 are needed");

        DATABASE.sql("delete from shop.reporting_demand").update();
        PastOrders.demand(40, 364);
        PastOrders.promotions();
        awaitEnd(ask("demand"), "version-live");
        assertThat(models().at("/items/3/live/coverage").asDouble()).isBetween(0.8, 1.0);
        Scoring scoring = app.bean(Scoring.class);
        await().atMost(OrderJourneyIT.PATIENCE).untilAsserted(() -> {
            scoring.scoreWhatIsDue();
            assertThat(forecast("V-1", 28).at("/expected/units").isNumber()).isTrue();
        });
        JsonNode rising = forecast("V-2", 60);
        assertThat(rising.at("/ahead").size()).isEqualTo(13);
        assertThat(rising.at("/past").size()).isEqualTo(26);
        assertThat(rising.at("/past/25/from").asString()).isEqualTo(day(-7));
        assertThat(rising.at("/ahead/0/from").asString()).isEqualTo(day(0));
        double units = rising.at("/expected/units").asDouble();
        assertThat(units).as("5.4 to 6.3 a day").isBetween(280.0, 440.0);
        assertThat(rising.at("/expected/low").asDouble()).isLessThan(units);
        assertThat(rising.at("/expected/high").asDouble()).isGreaterThan(units);
        assertThat(forecast("V-1", 28).at("/past/25/soldOut").asInt()).isEqualTo(7);
        assertThat(forecast("V-1", 28).at("/expected/units").asDouble())
                .as("a week sold out is not a week without demand")
                .isPositive();
        assertThat(forecast("V-99", 28).get("missing").asString()).startsWith("none of it was sold until");
        assertThat(call("GET", "/demand/forecasts/V-1?days=92", "").body()).contains("1 to 91 days, but got 92");

        plannedOffersAndNewArticles();
        slowSellersAreToldOnceInFourWeeks();
        singleDaysAndOldForecasts();
        assertThat(call("POST", "/demand/rollback", "{\"by\":\"ada\"}").statusCode())
                .isEqualTo(200);
        scoring.scoreWhatIsDue();
        assertThat(forecast("V-1", 28).get("missing").asString()).isEqualTo("no demand model is in use");
        assertThat(call("GET", "/demand/needs", "").body()).isEqualTo("{\"items\":[]}");
    }

    private static void plannedOffersAndNewArticles() throws Exception {
        JsonNode offered = forecast("V-34", 28).at("/ahead");
        assertThat(offered.at("/0/units").asDouble())
                .as("three times as much as in the weeks after the offer")
                .isBetween(
                        2.2 * offered.at("/2/units").asDouble(),
                        3.8 * offered.at("/2/units").asDouble());
        JsonNode fresh = forecast("V-new", 28);
        assertThat(fresh.at("/method").asString()).isEqualTo("alike");
        assertThat(fresh.at("/expected/units").asDouble()).isPositive();
        assertThat(fresh.at("/expected/high").asDouble())
                .as("nobody knows yet")
                .isGreaterThan(1.5 * fresh.at("/expected/units").asDouble());
        JsonNode needs =
                JSON.readTree(call("GET", "/demand/needs?days=60", "").body()).get("items");
        assertThat(needs.valueStream().map(need -> need.get("sku").asString())).containsExactly("V-2", "V-new");
        assertThat(needs.at("/0/expected/units").asDouble())
                .isEqualTo(forecast("V-2", 60).at("/expected/units").asDouble());
        assertThat(needs.at("/0/pack").asInt() + needs.at("/0/cost").asInt()).isEqualTo(906);
        assertThat(call("GET", "/demand/needs?days=92", "").body()).contains("1 to 91 days, but got 92");
        assertThat(fresh.at("/oddity").asString())
                .startsWith("new, else as the first weeks of ")
                .endsWith(" items alike");
    }

    private static void slowSellersAreToldOnceInFourWeeks() throws Exception {
        PastOrders.slowSellers();
        DATABASE.sql(
                        "insert into intelligence.demand_foretold select 'V-2', as_of - 29, 1000 from intelligence.score_run where model = 'demand'")
                .update();
        SlowSellers slow = app.bean(SlowSellers.class);
        assertThat(slow.tell(1_000_000, 20)).isZero();
        assertThat(slow.tell(12, 1)).as("where most money lies").isEqualTo(1);
        assertThat(slow.tell(12, 20)).isEqualTo(1);
        assertThat(slow.tell(12, 20)).isZero();
        toldOfOnceMoreWhenSwitchedOn(slow);
        JsonNode lamp = found("V-2");
        assertThat(lamp.get("name").asString()).isEqualTo("Lamp, black");
        assertThat(lamp.get("available").asInt() + lamp.get("cost").asInt()).isEqualTo(9900);
        assertThat(lamp.get("weeks").asDouble())
                .isCloseTo(9000 * 4 / forecast("V-2", 28).at("/expected/units").asDouble(), within(0.1));
        assertThat(lamp.get("soldShare").asDouble()).isCloseTo(lamp.get("sold").asDouble() / 1000, within(0.006));
        assertThat(lamp.get("lying").asInt()).as("a few less are no new goods").isEqualTo(120);
        assertThat(lamp.get("unchanged").asInt()).isEqualTo(40);
        JsonNode mug = found("V-5");
        assertThat(mug.get("lying").asInt()).isEqualTo(10);
        assertThat(mug.get("unchanged").asInt()).isEqualTo(999);
        assertThat(mug.get("soldShare").isNull() && mug.get("cost").isNull()).isTrue();
        DATABASE.sql(
                        "update connectors.inbox set received_at = received_at - interval '29 days', id = 'before ' || id where type = 'slow-seller-found'")
                .update();
        assertThat(slow.tell(12, 20)).isEqualTo(2);
        assertThat(DATABASE.sql("select count(*) from intelligence.demand_foretold where sku = 'V-3'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** It ships as a dry run; what that heard of does not rest when the automation begins to mean it, even on the same day. */
    private static void toldOfOnceMoreWhenSwitchedOn(SlowSellers slow) throws Exception {
        await().atMost(OrderJourneyIT.PATIENCE)
                .until(() ->
                        DATABASE.sql("select count(*) from connectors.inbox where type = 'slow-seller-found' and dry")
                                        .query(Integer.class)
                                        .single()
                                == 2);
        automation("on");
        assertThat(slow.tell(12, 20)).isEqualTo(2);
        assertThat(slow.tell(12, 20)).isZero();
        automation("dry-run");
        assertThat(slow.tell(12, 20)).as("a dry run does not tell of it again").isZero();
    }

    private static void automation(String state) throws Exception {
        app.put("/api/v1/automations/slow-seller-markdown", "{\"state\": \"" + state + "\", \"by\": \"ada\"}");
    }

    private static JsonNode found(String sku) {
        return JSON.readTree(DATABASE.sql(
                                "select data::text from connectors.inbox where type = 'slow-seller-found' and starts_with(id, :sku || '@') and id like '%-dry'")
                        .param("sku", sku)
                        .query(String.class)
                        .single())
                .get("article");
    }

    private static void singleDaysAndOldForecasts() throws Exception {
        JsonNode day = forecast("V-2", 1).at("/expected");
        JsonNode week = forecast("V-2", 7).at("/expected");
        assertThat(day.at("/units").asDouble()).isCloseTo(week.at("/units").asDouble() / 7, within(1e-6));
        assertThat(day.at("/high").asDouble() - day.at("/units").asDouble())
                .as("a day differs by more than a seventh of what its week does")
                .isCloseTo((week.at("/high").asDouble() - week.at("/units").asDouble()) / Math.sqrt(7), within(1e-6));
        DATABASE.sql("update intelligence.score_run set as_of = as_of - 3 where model = 'demand'")
                .update();
        JsonNode old = forecast("V-2", 7);
        assertThat(old.get("missing").asString()).isEqualTo("last foretold as of " + day(-4));
        assertThat(old.at("/expected").isObject()).isFalse();
    }
}
