package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.tillflow.connectors.intelligence.Scoring;
import io.tillflow.connectors.intelligence.TrainingClock;
import io.tillflow.connectors.provider.TestDatabase;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A model's life through the shipped process, the real broker and the training program; only the shop's view is made up. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrainingIT {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JdbcClient DATABASE = TestDatabase.jdbc();

    private static FakeShop shop;
    private static RunningApp app;

    @BeforeAll
    static void startTheApp() throws Exception {
        PastOrders.create();
        shop = new FakeShop();
        app = RunningApp.start(shop);
    }

    @AfterAll
    static void stopTheApp() {
        app.close();
        shop.close();
        PastOrders.drop();
    }

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

    private static void awaitDone(String training) {
        await().atMost(OrderJourneyIT.PATIENCE).until(() -> !state(training).matches("(ASKED|RUNNING) "));
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

    private static JsonNode scores(String order) throws Exception {
        return JSON.readTree(
                call("GET", "/customer-value/scores?order=" + order, "").body());
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
    void whatCannotBeIsNamed() throws Exception {
        assertThat(call("POST", "/weather/trainings", "{\"by\":\"ada\"}").body())
                .contains("one of [recommendation, customer-value, fraud], but got weather");
        assertThat(call("POST", "/recommendation/trainings", "{}").body()).contains("by must be given");
        assertThat(call("POST", "/recommendation/versions/99/promotion", "{\"by\":\"ada\"}")
                        .body())
                .contains("there is no 99");
    }

    private static String ask() throws Exception {
        return ask("recommendation");
    }

    private static String ask(String model) throws Exception {
        HttpResponse<String> asked = call("POST", "/" + model + "/trainings", "{\"by\":\"ada\"}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        return JSON.readTree(asked.body()).get("id").asString();
    }

    private static String state(String training) {
        return DATABASE.sql("select state || ' ' || coalesce(reason, '') from intelligence.training where id = :id")
                .param("id", training)
                .query(String.class)
                .single();
    }

    private static void awaitEnd(String training, String endEvent) {
        await().atMost(OrderJourneyIT.PATIENCE)
                .untilAsserted(() -> assertThat(PastOrders.ends(training))
                        .as("training %s is %s", training, state(training))
                        .containsExactly(endEvent));
    }

    private static JsonNode models() throws Exception {
        return JSON.readTree(call("GET", "", "").body());
    }

    private static JsonNode versions() throws Exception {
        return JSON.readTree(call("GET", "/recommendation/versions", "").body()).get("items");
    }

    private static List<String> changes() throws Exception {
        return JSON.readTree(call("GET", "/recommendation/changes", "").body())
                .get("items")
                .valueStream()
                .filter(change -> !change.get("kind").asString().equals("REFUSED"))
                .map(change -> change.get("kind").asString() + " "
                        + change.get("actor").asString())
                .toList();
    }

    private static HttpResponse<String> call(String method, String path, String body) throws Exception {
        return app.send(method, "/api/v1/registry" + path, body);
    }
}
