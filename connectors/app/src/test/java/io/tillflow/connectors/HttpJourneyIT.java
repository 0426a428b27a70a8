package io.tillflow.connectors;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.camunda.client.api.command.ClientException;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.tillflow.connectors.provider.TestDatabase;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** HTTP in both directions through app and broker: calls of a REST API, the emergency stop, webhooks, schedules and patterns beside them. */
@ExtendWith(OutputCaptureExtension.class)
class HttpJourneyIT {
    private static final String CANARY = "canary-" + UUID.randomUUID();
    private static final WireMockServer API =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HEARS = "hears-" + UUID.randomUUID().toString().substring(0, 8);

    private static FakeShop shop;
    private static RunningApp app;

    private final JdbcClient database = TestDatabase.jdbc();

    @BeforeAll
    static void startTheApp() throws Exception {
        API.start();
        shop = new FakeShop();
        app = RunningApp.start(shop);
        assertThat(app.send("PUT", "/api/v1/secrets/CANARY", "{\"value\": \"" + CANARY + "\", \"by\": \"mara\"}")
                        .statusCode())
                .isEqualTo(204);
        BpmnModelInstance hears = Bpmn.createExecutableProcess(HEARS)
                .startEvent()
                .message(HEARS)
                .endEvent()
                .done();
        await().atMost(OrderJourneyIT.PATIENCE)
                .ignoreExceptionsInstanceOf(ClientException.class)
                .until(() -> RunningBroker.client()
                                .newDeployResourceCommand()
                                .addProcessModel(AskRates.process(), "ask-rates.bpmn")
                                .addProcessModel(hears, HEARS + ".bpmn")
                                .send()
                                .join()
                                .getProcesses()
                                .size()
                        == 2);
    }

    @AfterAll
    static void stopTheApp() {
        app.close();
        shop.close();
        API.stop();
    }

    private static long begin(String path) {
        return AskRates.begin(API.port(), path, "basic", Map.of());
    }

    @Test
    void aSecretReachesTheServerAndNothingElse(CapturedOutput output) throws Exception {
        API.resetAll();
        API.stubFor(any(anyUrl()).willReturn(okJson("{\"rate\": 490, \"echo\": \"you said " + CANARY + "\"}")));
        long completed = begin("/rates");
        awaitState(completed, "COMPLETED");
        assertThat(API.getAllServeEvents().getFirst().getRequest().getHeader("X-Canary"))
                .isEqualTo(CANARY);
        assertThat(database.sql("select value::text from history.variable where scope_key = :key and name = 'answer'")
                        .param("key", completed)
                        .query(String.class)
                        .single())
                .contains("490", "{{secrets.CANARY}}");

        API.stubFor(
                post("/token").willReturn(okJson("{\"access_token\": \"" + CANARY + "-bought\", \"expires_in\": 60}")));
        for (String authentication : List.of("bearer", "api-key", "oauth2")) {
            awaitState(AskRates.begin(API.port(), "/" + authentication, authentication, Map.of()), "COMPLETED");
        }
        API.verify(getRequestedFor(urlEqualTo("/bearer")).withHeader("Authorization", equalTo("Bearer " + CANARY)));
        API.verify(getRequestedFor(urlEqualTo("/api-key")).withHeader("X-Key", equalTo(CANARY)));
        API.verify(getRequestedFor(urlEqualTo("/oauth2"))
                .withHeader("Authorization", equalTo("Bearer " + CANARY + "-bought")));

        API.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(422).withBody("no " + CANARY)));
        awaitIncident(begin("/refused"), "HTTP_REFUSED");
        API.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500).withBody(CANARY)));
        awaitIncident(begin("/broken"), "came back 500");
        API.stubFor(any(anyUrl()).willReturn(okJson("{\"a\": \"" + CANARY + "\"} trailing " + CANARY)));
        awaitIncident(begin("/odd"), "HTTP_NO_JSON");

        awaitIncident(AskRates.begin(API.port(), "/wrong", "basic", "nope"), "the variable query to be a context");

        assertThat(everythingStored()).isNotEmpty().noneMatch(row -> row.contains(CANARY));
        assertThat(output.getAll()).doesNotContain(CANARY);
        assertThat(app.send("GET", "/api/v1/secrets", "").body())
                .contains("\"CANARY\"", "instance " + completed)
                .doesNotContain(CANARY);
        assertThat(app.send("GET", "/api/v1/connectors", "").body())
                .doesNotContain(CANARY)
                .containsPattern("\"type\":\"http\\.request\"[^}]*\"medianMs\":\\d+,\"p95Ms\":\\d+");
    }

    @Test
    void theEmergencyStopHoldsBackWhatGoesOutUntilItIsReleased() throws Exception {
        API.resetAll();
        API.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        app.put("/api/v1/outward-stop", "{\"reason\": \"rates look wrong\", \"by\": \"mara\"}");
        long held = begin("/held");
        await().atMost(OrderJourneyIT.PATIENCE)
                .until(() -> database.sql("""
                        select exists (select from history.job
                                        where process_instance_key = :key and retries = 1 and error_message like 'outward effects are stopped by mara%')
                        """)
                        .param("key", held)
                        .query(Boolean.class)
                        .single());
        assertThat(API.getAllServeEvents()).isEmpty();
        assertThat(app.send("GET", "/api/v1/connectors", "").body()).contains("rates look wrong");

        assertThat(app.send("DELETE", "/api/v1/outward-stop", "").statusCode()).isEqualTo(204);
        awaitState(held, "COMPLETED");
        assertThat(API.getAllServeEvents()).hasSize(1);
    }

    private List<String> everythingStored() {
        return database.sql("""
                select table_schema || '.' || table_name from information_schema.tables
                 where table_schema in ('history', 'connectors') and table_type = 'BASE TABLE'
                """).query(String.class).list().stream()
                .flatMap(table ->
                        database.sql("select t::text from " + table + " t").query(String.class).list().stream())
                .toList();
    }

    private void awaitState(long instance, String state) {
        await().atMost(OrderJourneyIT.PATIENCE)
                .until(() -> database.sql(
                                "select exists (select from history.process_instance where key = :key and state = :state)")
                        .param("key", instance)
                        .param("state", state)
                        .query(Boolean.class)
                        .single());
    }

    private void awaitIncident(long instance, String words) {
        await().atMost(OrderJourneyIT.PATIENCE)
                .until(() -> database.sql("""
                        select exists (select from history.incident where process_instance_key = :key and error_message like :words)
                        """)
                        .param("key", instance)
                        .param("words", "%" + words + "%")
                        .query(Boolean.class)
                        .single());
    }

    @Test
    void aGenuineCallOfAWebhookBeginsOneInstanceAndNobodyElseDoes() throws Exception {
        String hook = "/api/v1/hooks/" + HEARS;
        String asked = """
                {"message": "%s", "signing": "token", "idFrom": "/id", "variables": {"n": "/n"}, "by": "mara"}
                """.formatted(HEARS);
        String secret = JSON.readTree(app.send("PUT", hook, asked).body())
                .path("secret")
                .asString();
        assertThat(call(HEARS, secret, "{\"id\": 1, \"n\": 4711}")).isEqualTo("200 accepted");
        assertThat(call(HEARS, secret, "{\"id\": 1, \"n\": 4711}")).isEqualTo("200 repeated");
        assertThat(call(HEARS, "guessed", "{\"id\": 2}")).isEqualTo("401 ");
        assertThat(call("nobody", secret, "{}")).isEqualTo("404 ");
        assertThat(call(HEARS, secret, "{\"id\": \"" + "x".repeat(70_000) + "\"}"))
                .isEqualTo("413 ");
        assertThat(call(HEARS, secret, "<html>")).isEqualTo("400 ");

        long instance = app.awaitInstance(hook);
        assertThat(database.sql("select value::text from history.variable where scope_key = :key and name = 'n'")
                        .param("key", instance)
                        .query(String.class)
                        .single())
                .isEqualTo("4711");
        assertThat(app.send("GET", hook + "/deliveries", "").body())
                .contains("REPEATED", "NOT_GENUINE", "TOO_LARGE", "UNREADABLE", "(hidden)")
                .doesNotContain(secret);
        assertThat(everythingStored()).noneMatch(row -> row.contains(secret));
        assertThat(app.send("POST", hook + "/test", "{\"id\": 1}").body()).contains("ACCEPTED", "/test-");
        assertThat(app.send("DELETE", hook, "").statusCode()).isEqualTo(204);
        assertThat(call(HEARS, secret, "{\"id\": 3}")).isEqualTo("404 ");
    }

    private static String call(String id, String token, String body) throws Exception {
        HttpResponse<String> answer = app.exchange(HttpRequest.newBuilder(app.at("/hooks/" + id))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        return answer.statusCode() + " "
                + JSON.readTree(answer.body()).path("status").asString("").replaceAll("\\d", "");
    }

    @Test
    void aScheduleBeginsAnInstanceAtItsTimeAndByHandAlsoWhilePaused() throws Exception {
        String schedule = "/api/v1/schedules/" + HEARS;
        String asked =
                "{\"cron\": \"* * * * * *\", \"zone\": \"UTC\", \"message\": \"%s\", \"paused\": %s, \"by\": \"mara\"}";
        app.put(schedule, asked.formatted(HEARS, false));
        assertThat(app.awaitInstance(schedule)).isPositive();
        assertThat(app.send("GET", schedule + "/firings", "").body()).contains(HEARS + "@20");
        app.put(schedule, asked.formatted(HEARS, true));
        String first = app.send("POST", schedule + "/firing", "", "Idempotency-Key", "k1")
                .body();
        assertThat(app.send("POST", schedule + "/firing", "", "Idempotency-Key", "k1")
                        .body())
                .isEqualTo(first);
        await().atMost(OrderJourneyIT.PATIENCE)
                .until(
                        () -> app.send("GET", schedule + "/firings", "").body(),
                        firings -> JSON.readTree(firings)
                                .path("items")
                                .valueStream()
                                .anyMatch(it -> it.path("id").asString("").endsWith("@by-hand-k1")
                                        && it.path("state").asString("").equals("DONE")));
        assertThat(app.send("DELETE", schedule, "").statusCode()).isEqualTo(204);
    }

    @Test
    void aPatternBeginsOneInstanceWhenItIsSeenHoweverOftenItIsLookedAt() throws Exception {
        PatternJourney.beginsOneInstance(app, HEARS);
    }

    @Test
    void canBeLookedAtMoreOftenThanThereAreConnections() throws Exception {
        for (int look = 0; look < 25; look++) {
            assertThat(app.send("GET", "/api/v1/connectors", "").statusCode()).isEqualTo(200);
            assertThat(app.send("GET", "/api/v1/intake/events", "").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void sendsATestLetterAndNamesWhatIsNoAddress() throws Exception {
        assertThat(app.send("POST", "/api/v1/messaging/test", "{\"to\": \"nobody\"}")
                        .body())
                .contains("like name@example.com");
        assertThat(app.send("POST", "/api/v1/messaging/test", "{\"to\": \"ann@example.com\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(app.send("GET", "/api/v1/mailbox?to=ann@example.com", "").body())
                .contains("A test of Tillflow's letters");
    }

    @Test
    void tellsOfAnAlertOnceHoweverOftenItIsAsked() throws Exception {
        AlertJourney.isToldOnceByLetterAndInTheChat(app);
    }
}
