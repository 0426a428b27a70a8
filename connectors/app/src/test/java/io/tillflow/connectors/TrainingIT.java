package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.connectors.intelligence.TrainingClock;
import io.tillflow.connectors.provider.TestDatabase;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        DATABASE.sql("create schema if not exists shop").update();
        DATABASE.sql("""
                create table shop.reporting_basket (id text primary key, placed_at timestamptz not null, origin text not null, products text[] not null)
                """).update();
        shop = new FakeShop();
        app = RunningApp.start(shop);
    }

    @AfterAll
    static void stopTheApp() {
        app.close();
        shop.close();
        DATABASE.sql("drop table shop.reporting_basket").update();
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
        orders(600, i -> List.of("a" + i * 7 % 31, "b" + i * 11 % 37));
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
        orders(1500, TrainingIT::setWithExtras);
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

    @Test
    @Order(4)
    void anotherSeasonIsSeenAndAsksForATraining() throws Exception {
        for (int i = 0; i < 250; i++) {
            order(1500 + i, List.of("summer" + i % 9, "summer" + i % 7));
        }
        app.bean(TrainingClock.class).lookForDrift();
        JsonNode summary = models().at("/items/0");
        assertThat(summary.at("/drift/psi").asDouble()).isGreaterThan(0.2);
        assertThat(summary.at("/drift/orders").asInt()).isEqualTo(250);
        assertThat(summary.at("/latest/askedBy").asString()).startsWith("drift v");
        String training = summary.at("/latest/id").asString();
        await().atMost(OrderJourneyIT.PATIENCE).until(() -> !state(training).matches("(ASKED|RUNNING) "));
        app.bean(TrainingClock.class).lookForDrift();
        assertThat(models().at("/items/0/latest/id").asString())
                .as("asked once a day")
                .isEqualTo(training);
    }

    @Test
    @Order(5)
    void whatCannotBeIsNamed() throws Exception {
        assertThat(call("POST", "/weather/trainings", "{\"by\":\"ada\"}").body())
                .contains("one of [recommendation], but got weather");
        assertThat(call("POST", "/recommendation/trainings", "{}").body()).contains("by must be given");
        assertThat(call("POST", "/recommendation/versions/99/promotion", "{\"by\":\"ada\"}")
                        .body())
                .contains("there is no 99");
    }

    /** Sets of two among things that many orders have. */
    private static List<String> setWithExtras(int i) {
        Random random = new Random(i);
        List<String> products = IntStream.range(0, 24)
                .filter(extra -> random.nextInt(10) < 3)
                .mapToObj(extra -> "extra" + extra)
                .collect(Collectors.toList());
        int set = random.nextInt(15);
        products.addAll(List.of("left" + set, "right" + set));
        return products;
    }

    private static void orders(int many, java.util.function.IntFunction<List<String>> products) {
        for (int i = 0; i < many; i++) {
            order(i, products.apply(i));
        }
    }

    private static void order(int i, List<String> products) {
        DATABASE.sql("""
                insert into shop.reporting_basket values (:id, timestamptz '2026-01-01' + :i * interval '1 hour', 'own', string_to_array(:products, ','))
                """)
                .param("id", "order " + i)
                .param("i", i)
                .param("products", String.join(",", products))
                .update();
    }

    private static String ask() throws Exception {
        HttpResponse<String> asked = call("POST", "/recommendation/trainings", "{\"by\":\"ada\"}");
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
                .untilAsserted(() -> assertThat(DATABASE.sql("""
                        select e.element_id from history.element_instance e join history.message_correlation c using (process_instance_key)
                         where c.correlation_key = :id and c.kind = 'START' and e.element_type = 'END_EVENT' and e.state = 'COMPLETED'
                        """)
                                .param("id", training)
                                .query(String.class)
                                .list())
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
