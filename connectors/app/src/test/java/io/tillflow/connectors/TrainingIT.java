package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.tillflow.connectors.intelligence.Scoring;
import io.tillflow.connectors.intelligence.TrainingClock;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** A model's life through the shipped process, the real broker and the training program; only the shop's view is made up. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrainingIT extends RegistryCalls {
    @Test
    @Order(1)
    void aShopWithFewOrdersGetsNoModelAndIsToldWhatIsMissing() throws Exception {
        String training = ask();
        await().atMost(OrderJourneyIT.PATIENCE).until(() -> state(training).startsWith("TOO_LITTLE"));
        assertThat(state(training)).isEqualTo("TOO_LITTLE there is no order yet to learn from");
        awaitEnd(training, "too-little-data");
        assertThat(models().at("/items/0/live").isMissingNode()
                        || models().at("/items/0/live").isNull())
                .isTrue();
    }

    @Test
    @Order(2)
    void whatIsBoughtByChanceIsRefusedByTheGate() throws Exception {
        PastOrders.orders(600, i -> List.of("a" + i * 7 % 31, "b" + i * 11 % 37));
        String training = ask();
        awaitEnd(training, "version-refused");
        JsonNode version = versions().get(0);
        assertThat(version.get("state").asString()).isEqualTo("REFUSED");
        assertThat(version.get("reason").asString()).isEqualTo("NO_BETTER_THAN_BASELINE");
        assertThat(version.get("gainAtWorst").asDouble()).isLessThanOrEqualTo(0);
    }

    @Test
    @Order(3)
    void whatBeatsTheSimpleRuleGoesLiveAndARollBackTakesItBack() throws Exception {
        DATABASE.sql("delete from shop.reporting_basket").update();
        PastOrders.orders(1500, PastOrders::setWithExtras);
        awaitEnd(ask(), "version-live");
        JsonNode live = models().at("/items/0/live");
        assertThat(live.get("state").asString()).isEqualTo("LIVE");
        assertThat(live.get("rows").asInt()).isEqualTo(1500);
        assertThat(live.get("promotedBy").asString()).isEqualTo("train-model");
        assertThat(live.get("figure").asDouble())
                .isGreaterThan(live.get("baseline").asDouble());
        assertThat(DATABASE.sql(
                                "select length(artefact) > 0 from intelligence.live_model where model = 'recommendation'")
                        .query(Boolean.class)
                        .single())
                .isTrue();

        assertThat(call("POST", "/recommendation/rollback", "{\"by\":\"ada\"}").statusCode())
                .isEqualTo(200);
        assertThat(DATABASE.sql("select count(*) from intelligence.live_model")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(call("POST", "/recommendation/rollback", "{\"by\":\"ada\"}").statusCode())
                .isEqualTo(409);

        int version = live.get("version").asInt();
        String again = "/recommendation/versions/" + version + "/promotion";
        assertThat(call("POST", again, "{\"by\":\"ada\"}").statusCode()).isEqualTo(200);
        assertThat(call("POST", again, "{\"by\":\"ada\"}").statusCode()).isEqualTo(200);
        assertThat(changes()).containsExactly("PROMOTED ada", "ROLLED_BACK ada", "RETIRED ada", "PROMOTED train-model");
    }

    /** What the shop counts is made up here: the one beside always finds both, the live one the first of two. */
    @Test
    @Order(4)
    void aVersionBesideTheLiveOneIsComparedOrderByOrder() throws Exception {
        int live = models().at("/items/0/live/version").asInt();
        String beside = "/recommendation/versions/1/shadow";
        assertThat(call("POST", "/recommendation/versions/" + live + "/shadow", "{\"by\":\"ada\"}")
                        .body())
                .contains("is live itself");
        assertThat(call("POST", beside, "{\"by\":\"ada\"}").statusCode()).isEqualTo(200);
        assertThat(call("POST", beside, "{\"by\":\"ada\"}").statusCode()).isEqualTo(200);
        assertThat(DATABASE.sql("select version from intelligence.shadow_model")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        PastOrders.answers(live, 20, 1);
        PastOrders.answers(1, 20, 2);
        assertThat(models().at("/items/0/shadow/orders").asInt()).isEqualTo(20);
        assertThat(models().at("/items/0/shadow").has("beside")
                        && !models().at("/items/0/shadow/beside").isNull())
                .as("twenty orders are too few")
                .isFalse();
        PastOrders.answers(live, 220, 1);
        PastOrders.answers(1, 40, 2);
        JsonNode shadow = models().at("/items/0/shadow");
        assertThat(shadow.at("/figure").asDouble()).isEqualTo(1);
        assertThat(shadow.at("/beside/orders").asInt()).isEqualTo(40);
        assertThat(shadow.at("/beside/gain").asDouble()).isEqualTo(0.5);
        assertThat(shadow.at("/beside/gainAtWorst").asDouble()).isPositive();
        assertThat(models().at("/items/0/live/version").asInt())
                .as("nothing changes by itself")
                .isEqualTo(live);

        assertThat(call("POST", "/recommendation/shadow/end", "{\"by\":\"ada\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(call("POST", "/recommendation/shadow/end", "{\"by\":\"ada\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    @Order(5)
    void aLiveVersionThatFindsLessThanItPromisedAsksForATraining() throws Exception {
        int live = models().at("/items/0/live/version").asInt();
        assertThat(models().at("/items/0/answers/orders").asInt()).isEqualTo(220);
        app.bean(TrainingClock.class).lookForAlarms();
        JsonNode summary = models().at("/items/0");
        assertThat(summary.at("/answers/atBest").asDouble())
                .isLessThan(summary.at("/answers/promised").asDouble());
        assertThat(summary.at("/latest/askedBy").asString()).isEqualTo("error v" + live);
        awaitEnd(summary.at("/latest/id").asString(), "version-live");
        DATABASE.sql("delete from shop.reporting_answer").update();
    }

    /** Two months are too few; a year of customers who come, order more or less often and leave is enough. */
    @Test
    @Order(7)
    void customersAreLearnedFromAndScoredAndForgottenWithoutALiveVersion() throws Exception {
        PastOrders.customers(700, 60);
        String few = ask("customer-value");
        awaitDone(few);
        assertThat(state(few)).startsWith("TOO_LITTLE there are").contains("days of orders; 180 are needed");

        DATABASE.sql("delete from shop.reporting_purchase").update();
        PastOrders.customers(700, 365);
        awaitEnd(ask("customer-value"), "version-live");
        Scoring scoring = app.bean(Scoring.class);
        await().atMost(OrderJourneyIT.PATIENCE).untilAsserted(() -> {
            scoring.scoreWhatIsDue();
            assertThat(scores("value").at("/totals/customers").asInt()).isEqualTo(700);
        });
        JsonNode best = scores("value");
        assertThat(best.at("/totals/gone").asInt()).isBetween(50, 650);
        assertThat(best.at("/items/0/value").asLong())
                .isGreaterThan(best.at("/items/9/value").asLong());
        assertThat(scores("lapsed").at("/items").valueStream()).isNotEmpty().allSatisfy(lapsed -> {
            assertThat(lapsed.at("/pAlive").asDouble()).isLessThan(0.5);
            assertThat(lapsed.at("/customer").asString()).startsWith("UM-");
        });
        assertThat(call("POST", "/customer-value/versions/1/shadow", "{\"by\":\"ada\"}")
                        .statusCode())
                .isEqualTo(409);

        assertThat(call("POST", "/customer-value/rollback", "{\"by\":\"ada\"}").statusCode())
                .isEqualTo(200);
        scoring.scoreWhatIsDue();
        assertThat(scores("value").at("/items").size()).isZero();
    }

    @Test
    @Order(8)
    void whatPeopleTurnedAwayIsLearnedFromAndHeldAgainstWhatCame() throws Exception {
        String none = ask("fraud");
        awaitDone(none);
        assertThat(state(none)).startsWith("TOO_LITTLE there is no order yet");
        PastOrders.risks(1800);
        awaitEnd(ask("fraud"), "version-live");
        JsonNode fraud = models().at("/items/2");
        assertThat(fraud.at("/live/rows").asInt()).as("whose outcome is known").isEqualTo(1620);
        assertThat(fraud.at("/live/gainAtWorst").asDouble()).isPositive();
        assertThat(fraud.at("/live/baselineName").asString()).startsWith("by ").endsWith(" alone");
        assertThat(fraud.at("/answers/figure").isNumber()).as("no order since").isFalse();

        PastOrders.riskAnswers(fraud.at("/live/version").asInt(), 100);
        JsonNode answers = models().at("/items/2/answers");
        assertThat(answers.at("/orders").asInt()).isEqualTo(100);
        assertThat(answers.at("/figure").asDouble()).isCloseTo(1 - 0.01 / 0.16, within(1e-9));
        assertThat(answers.at("/rule").asDouble())
                .as("the mean explains nothing")
                .isCloseTo(0, within(1e-9));
    }

    @Test
    @Order(6)
    void anotherSeasonIsSeenAndAsksForATraining() throws Exception {
        for (int i = 0; i < 250; i++) {
            PastOrders.order(1500 + i, List.of("summer" + i % 9, "summer" + i % 7));
        }
        app.bean(TrainingClock.class).lookForAlarms();
        JsonNode summary = models().at("/items/0");
        assertThat(summary.at("/drift/psi").asDouble()).isGreaterThan(0.2);
        assertThat(summary.at("/drift/orders").asInt()).isEqualTo(250);
        assertThat(summary.at("/latest/askedBy").asString()).startsWith("drift v");
        String training = summary.at("/latest/id").asString();
        awaitDone(training);
        app.bean(TrainingClock.class).lookForAlarms();
        assertThat(models().at("/items/0/latest/id").asString())
                .as("asked once a day")
                .isEqualTo(training);
    }

    @Test
    @Order(9)
    void howDemandAnswersToPricesIsLearnedAndKeptOfEachVariant() throws Exception {
        PastOrders.offers(30, 52);
        awaitEnd(ask("price"), "version-live");
        JsonNode live = models().at("/items/4/live");
        assertThat(live.at("/gainAtWorst").asDouble()).isPositive();
        assertThat(live.at("/coverage").asDouble()).isBetween(0.8, 1.0);
        Scoring scoring = app.bean(Scoring.class);
        await().atMost(OrderJourneyIT.PATIENCE).untilAsserted(() -> {
            scoring.scoreWhatIsDue();
            assertThat(prices().at("/items").size()).isEqualTo(30);
        });
        assertThat(prices().at("/run/version").asInt())
                .isEqualTo(live.get("version").asInt());
        assertThat(prices().at("/items").valueStream()).allSatisfy(item -> {
            assertThat(item.at("/elasticity").asDouble()).isBetween(-2.6, -1.4);
            assertThat(item.at("/error").asDouble()).isBetween(0.001, 0.5);
            assertThat(item.at("/price").asLong()).isEqualTo(2000);
        });
    }

    private static JsonNode prices() throws Exception {
        return JSON.readTree(call("GET", "/price/answers", "").body());
    }

    @Test
    @Order(10)
    void whatCannotBeIsNamed() throws Exception {
        assertThat(call("POST", "/weather/trainings", "{\"by\":\"ada\"}").body())
                .contains("one of [recommendation, customer-value, fraud, demand, price, support], but got weather");
        assertThat(call("POST", "/recommendation/trainings", "{}").body()).contains("by must be given");
        assertThat(call("POST", "/recommendation/versions/99/promotion", "{\"by\":\"ada\"}")
                        .body())
                .contains("there is no 99");
    }
}
