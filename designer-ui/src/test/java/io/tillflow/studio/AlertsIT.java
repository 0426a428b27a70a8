package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rules for alerts from outside: raised once, told, closed by themselves. */
class AlertsIT extends HistoryStudio {
    private static final String RULE = """
            {"name": "Payments fail", "kind": "INCIDENTS", "subject": "order", "threshold": 2, "minutes": 30%s}""";

    @BeforeEach
    void noOtherRules() {
        jdbc.sql("truncate studio.alert_rule, studio.alert, studio.alert_told").update();
        CONNECTORS.begin(false);
    }

    @AfterEach
    void noneLeft() {
        jdbc.sql("truncate studio.alert_rule, studio.alert, studio.alert_told").update();
    }

    @Test
    void raisesAnAlertOnceAndClosesItWhenItsCauseIsGone() {
        JsonNode rule = read(post("/api/v1/alert-rules", RULE.formatted("")), 201);
        assertThat(open()).isEmpty();
        incidents(3);
        change(rule, "");
        JsonNode alert = open().getFirst();
        assertThat(alert.path("subject").asString()).isEqualTo("order");
        assertThat(alert.path("count").asInt()).isEqualTo(3);
        incidents(1);
        change(rule, "");
        assertThat(open()).hasSize(1);
        assertThat(open().getFirst().path("id").asLong())
                .isEqualTo(alert.path("id").asLong());
        assertThat(open().getFirst().path("worst").asInt()).isEqualTo(4);
        jdbc.sql("update history.incident set created_at = created_at - interval '2 hours'")
                .update();
        change(rule, "");
        assertThat(open()).isEmpty();
        assertThat(items("/api/v1/alerts?state=closed").getFirst().path("worst").asInt())
                .isEqualTo(4);
        String subject = "alert/" + alert.path("id").asLong();
        assertThat(jdbc.sql("select action from studio.audit where subject = :s order by id")
                        .param("s", subject)
                        .query(String.class)
                        .list())
                .containsExactly("alert.raised", "alert.closed");
    }

    @Test
    void findsNewsByItselfAndWritesToWhoIsNamed() {
        incidents(2);
        read(post("/api/v1/alert-rules", RULE.formatted(", \"email\": \"ops@example.com\"")), 201);
        await().atMost(Duration.ofMinutes(2)).until(() -> told().equals(List.of("EMAIL SENT")));
        List<String> letters = messages();
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst()).contains("ops@example.com", "2 incidents in order within 30 min", "/alerts");
        jdbc.sql("truncate history.incident").update();
        await().atMost(Duration.ofMinutes(2)).until(() -> open().isEmpty());
    }

    @Test
    void postsToTheChatThatARuleNamesBesideTheLetter() {
        incidents(2);
        read(
                post(
                        "/api/v1/alert-rules",
                        RULE.formatted(", \"email\": \"ops@example.com\", \"chat\": \"TEAM_CHAT\"")),
                201);
        await().atMost(Duration.ofMinutes(2)).until(() -> told().equals(List.of("CHAT SENT", "EMAIL SENT")));
        assertThat(messages())
                .hasSize(2)
                .anySatisfy(it -> assertThat(it)
                        .contains("\"chat\":\"TEAM_CHAT\"", "2 incidents in order within 30 min")
                        .doesNotContain("ops@example.com"));
    }

    @Test
    void aChatInTroubleHoldsUpNeitherAnotherNorTheLetters() {
        incidents(2);
        read(
                post(
                        "/api/v1/alert-rules",
                        RULE.formatted(", \"email\": \"ops@example.com\", \"chat\": \"BUSY_CHAT\"")),
                201);
        read(
                post(
                        "/api/v1/alert-rules",
                        RULE.replace("Payments fail", "Also").formatted(", \"chat\": \"TEAM_CHAT\"")),
                201);
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> open().stream().map(AlertsIT::told).toList(),
                        told -> told.equals(List.of(List.of("CHAT SENT"), List.of("CHAT WAITING", "EMAIL SENT"))));
    }

    @Test
    void saysWhyNobodyIsToldAnyMoreByAChannelThatTheRuleNoLongerNames() {
        incidents(2);
        CONNECTORS.begin(true);
        JsonNode rule = read(post("/api/v1/alert-rules", RULE.formatted(", \"chat\": \"TEAM_CHAT\"")), 201);
        assertThat(told()).containsExactly("CHAT WAITING");
        change(rule, "");
        CONNECTORS.begin(false);
        await().atMost(Duration.ofMinutes(2)).until(() -> told().equals(List.of("CHAT REFUSED")));
        assertThat(open().getFirst().path("told").get(0).path("reason").asString())
                .contains("names nobody there any more");
        assertThat(messages()).isEmpty();
    }

    @Test
    void tellsAnAutomationThatListens() {
        jdbc.sql("""
                insert into history.message_subscription (key, kind, bpmn_process_id, element_id, name, state, created_at)
                  values (990, 'START', 'tell-the-team', 'alert-raised', 'alert-raised', 'OPEN', now())""").update();
        incidents(2);
        read(post("/api/v1/alert-rules", RULE.formatted("")), 201);
        long id = open().getFirst().path("id").asLong();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> CONNECTORS.told().stream()
                        .anyMatch(it -> it.startsWith("POST /api/v1/intake/events")
                                && it.contains("\"id\":\"alert-" + id + "\"")
                                && it.contains("\"type\":\"alert-raised\"")));
    }

    @Test
    void raisesOneAlertWhenManyLookAtTheSameTime() throws Exception {
        JsonNode rule = read(post("/api/v1/alert-rules", RULE.formatted("")), 201);
        incidents(5);
        Callable<Integer> look = () -> change(rule, "").statusCode();
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> it : executor.invokeAll(Collections.nCopies(8, look))) {
                assertThat(it.get()).isEqualTo(200);
            }
        }
        assertThat(jdbc.sql("select count(*) from studio.alert")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void watchesHowLongInstancesAreOpen() {
        JsonNode late = read(post("/api/v1/alert-rules", """
                        {"name": "Orders take long", "kind": "SLA", "threshold": 2, "minutes": 60}"""), 201);
        assertThat(open().getFirst().path("kind").asString()).isEqualTo("SLA");
        assertThat(open().getFirst().path("count").asInt()).isEqualTo(2);
        HttpResponse<String> gone =
                http().delete("/api/v1/alert-rules/" + late.path("id").asLong(), CLI);
        assertThat(gone.statusCode()).isEqualTo(204);
        assertThat(open()).isEmpty();
        assertThat(items("/api/v1/alerts?state=closed")).hasSize(1);
    }

    @Test
    void isAcknowledgedOnceByWhoSaysItFirst() {
        incidents(2);
        read(post("/api/v1/alert-rules", RULE.formatted("")), 201);
        long id = open().getFirst().path("id").asLong();
        JsonNode seen = read(post("/api/v1/alerts/" + id + "/acknowledgement"), 200);
        assertThat(seen.path("acknowledgedBy").asString()).isNotBlank();
        read(post("/api/v1/alerts/" + id + "/acknowledgement"), 200);
        assertThat(jdbc.sql("select count(*) from studio.audit where action = 'alert.acknowledged' and subject = :s")
                        .param("s", "alert/" + id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(post("/api/v1/alerts/999999/acknowledgement").statusCode()).isEqualTo(404);
    }

    @Test
    void namesWhatIsWrongWithARuleAndLetsOnlyOperatorsChangeThem() {
        assertThat(post("/api/v1/alert-rules", "{\"name\": \"x\"}").body()).contains("kind must be one of");
        assertThat(post("/api/v1/alert-rules", RULE.replace("30", "0").formatted(""))
                        .body())
                .contains("minutes must be from 1 to 1440");
        HttpResponse<String> address = post("/api/v1/alert-rules", RULE.formatted(", \"email\": \"nobody\""));
        assertThat(address.statusCode()).isEqualTo(422);
        assertThat(address.body()).contains("like name@example.com");
        assertThat(post("/api/v1/alert-rules", RULE.formatted(", \"chat\": \"https://chat.example.com\""))
                        .body())
                .contains("like SLACK_WEBHOOK");
        read(post("/api/v1/alert-rules", RULE.formatted("")), 201);
        assertThat(post("/api/v1/alert-rules", RULE.formatted("")).statusCode()).isEqualTo(409);
        String[] viewer = {"Authorization", "Bearer " + token("VIEWER")};
        assertThat(http().send("POST", "/api/v1/alert-rules", RULE.formatted(""), viewer)
                        .statusCode())
                .isEqualTo(403);
        assertThat(http().get("/api/v1/alerts", viewer).statusCode()).isEqualTo(200);
    }

    private void incidents(int more) {
        jdbc.sql("""
                insert into history.incident (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id,
                                              error_type, error_message, state, created_at)
                select coalesce((select max(key) from history.incident), 0) + n, 200, 7, 'order', 210, 'pay', 'JOB_NO_RETRIES', 'no', 'OPEN', now()
                  from generate_series(1, :more) n""").param("more", more).update();
    }

    private HttpResponse<String> change(JsonNode rule, String more) {
        return http().send("PUT", "/api/v1/alert-rules/" + rule.path("id").asLong(), RULE.formatted(more), CLI);
    }

    /** By which channels the open alert is told, and how far that is. */
    private List<String> told() {
        return told(open().getFirst());
    }

    private static List<String> told(JsonNode alert) {
        return alert.path("told")
                .valueStream()
                .map(it ->
                        it.path("channel").asString() + " " + it.path("state").asString())
                .toList();
    }

    private static List<String> messages() {
        return CONNECTORS.told().stream()
                .filter(it -> it.startsWith("POST /api/v1/messaging/alerts"))
                .toList();
    }

    private List<JsonNode> open() {
        return items("/api/v1/alerts");
    }

    private List<JsonNode> items(String path) {
        return get(path).path("items").valueStream().toList();
    }
}
