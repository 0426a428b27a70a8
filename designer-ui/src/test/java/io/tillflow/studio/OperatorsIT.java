package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.studio.platform.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators' programs see of a real history, and what they hear while the engine is away. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OperatorsIT {
    private static final String[] CLI = {"Authorization", "Bearer operators-token"};
    private static final EmbeddedPostgres POSTGRES = start();

    @LocalServerPort
    private int port;

    @Autowired
    private Database database;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JsonMapper json;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("tillflow.admin-password", () -> "correct-horse");
        registry.add("tillflow.cli-token", () -> "operators-token");
        registry.add("tillflow.gateway", () -> "http://127.0.0.1:1");
        registry.add("tillflow.shop-url", () -> "http://127.0.0.1:1");
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            JdbcClient jdbc = JdbcClient.create(postgres.getPostgresDatabase());
            String tables =
                    Files.readString(Path.of("../engine/exporter/src/main/resources/db/history/V1__history.sql"));
            jdbc.sql("create schema history; set search_path = history; " + tables + "; reset search_path")
                    .update();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void anOrderInReviewAndOneThatFailed() {
        await().atMost(Duration.ofSeconds(90)).until(database::ready);
        jdbc.sql("""
                truncate history.process_instance, history.element_instance, history.job, history.incident, history.variable, studio.task_claim;
                insert into history.process_instance (key, process_definition_key, bpmn_process_id, version, state, business_key, started_at, open_incidents) values
                  (100, 7, 'order', 1, 'ACTIVE', 'UM-1', '2026-03-02T12:00:00Z', 0), (200, 7, 'order', 1, 'ACTIVE', 'UM-2', '2026-03-02T12:01:00Z', 1);
                insert into history.element_instance (key, process_instance_key, process_definition_key, element_id, element_type, scope_key, state, started_at) values
                  (110, 100, 7, 'review', 'USER_TASK', 100, 'ACTIVE', '2026-03-02T12:00:00Z'), (210, 200, 7, 'pay', 'SERVICE_TASK', 200, 'ACTIVE', '2026-03-02T12:01:00Z');
                insert into history.variable values (100, 'order', 100, '{"id": "o1", "total": 5000, "currency": "EUR"}', now());
                insert into history.job (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id, type, state, retries, custom_headers, created_at) values
                  (120, 100, 7, 'order', 110, 'review', 'io.camunda.zeebe:userTask', 'CREATED', 1, '{"io.camunda.zeebe:candidateGroups": "[\\"risk\\"]"}', '2026-03-02T12:00:00Z'),
                  (220, 200, 7, 'order', 210, 'pay', 'payments.take', 'FAILED', 0, '{}', '2026-03-02T12:01:00Z');
                insert into history.incident (key, process_instance_key, process_definition_key, bpmn_process_id, element_instance_key, element_id, job_key, error_type, error_message, state, created_at)
                  values (230, 200, 7, 'order', 210, 'pay', 220, 'JOB_NO_RETRIES', 'no such card', 'OPEN', '2026-03-02T12:02:00Z')""").update();
    }

    @Test
    void listsInstancesByStateWithWhereTheyStand() {
        JsonNode failing = get("/api/v1/instances?state=incident").path("items");
        assertThat(failing).hasSize(1);
        assertThat(failing.get(0).path("instance").path("businessKey").asString())
                .isEqualTo("UM-2");
        assertThat(failing.get(0).path("places").get(0).path("elementId").asString())
                .isEqualTo("pay");
        JsonNode first = get("/api/v1/instances?limit=1");
        assertThat(first.path("items")
                        .get(0)
                        .path("instance")
                        .path("businessKey")
                        .asString())
                .isEqualTo("UM-2");
        JsonNode second =
                get("/api/v1/instances?limit=1&after=" + first.path("next").asString());
        assertThat(second.path("items")
                        .get(0)
                        .path("instance")
                        .path("businessKey")
                        .asString())
                .isEqualTo("UM-1");
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void tellsEveryFactOfAnInstance() {
        assertThat(get("/api/v1/instances/200").path("instance").path("state").asString())
                .isEqualTo("INCIDENT");
        assertThat(get("/api/v1/instances/200/elements")).hasSize(1);
        assertThat(get("/api/v1/instances/200/jobs").get(0).path("retries").asInt())
                .isZero();
        assertThat(get("/api/v1/instances/200/incidents").get(0).path("message").asString())
                .isEqualTo("no such card");
        assertThat(get("/api/v1/instances/100/variables")
                        .get(0)
                        .path("value")
                        .path("total")
                        .asInt())
                .isEqualTo(5000);
        assertThat(get("/api/v1/instances/200/decisions")).isEmpty();
        assertThat(get("/api/v1/instances/200/timeline")
                        .valueStream()
                        .map(it -> it.path("what").asString()))
                .containsExactly("STARTED", "ENTERED", "INCIDENT");
        assertThat(http().get("/api/v1/instances/1", CLI).statusCode()).isEqualTo(404);
    }

    @Test
    void writesTheListForASpreadsheet() {
        assertThat(http().get("/api/v1/instances.csv?state=open", CLI).body().lines())
                .hasSize(3)
                .anyMatch(it -> it.startsWith("\"100\",\"WAITING\",\"UM-1\""));
    }

    @Test
    void saysWhichParameterItCannotRead() {
        HttpResponse<String> answer = http().get("/api/v1/instances?state=lost", CLI);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("expected state to be");
        assertThat(http().get("/api/v1/instances?after=x", CLI).statusCode()).isEqualTo(400);
    }

    @Test
    void saysThatTheEngineIsAwayAndRecordsNothing() {
        for (String path : new String[] {"instances/100/cancel", "incidents/230/retry", "tasks/120/complete"}) {
            HttpResponse<String> answer = post("/api/v1/" + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(503);
            assertThat(answer.body()).contains("The process engine is away");
        }
        assertThat(jdbc.sql(
                                "select count(*) from studio.audit where action in ('instance.cancelled', 'incident.retried', 'task.completed')")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(post("/api/v1/incidents/1/retry").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsATaskForWhoClaimedItFirst() {
        assertThat(get("/api/v1/tasks")
                        .path("items")
                        .get(0)
                        .path("groups")
                        .get(0)
                        .asString())
                .isEqualTo("risk");
        assertThat(post("/api/v1/tasks/120/claim").statusCode()).isEqualTo(204);
        assertThat(get("/api/v1/tasks?mine=true").path("items")).hasSize(1);
        jdbc.sql("update studio.task_claim set person = 'ines'").update();
        HttpResponse<String> second = post("/api/v1/tasks/120/claim");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("ines has taken this task");
        assertThat(post("/api/v1/tasks/120/complete").statusCode()).isEqualTo(409);
        assertThat(post("/api/v1/tasks/999/claim").statusCode()).isEqualTo(404);
    }

    @Test
    void asksForATokenFirst() {
        assertThat(http().get("/api/v1/instances").statusCode()).isEqualTo(401);
        assertThat(http().get("/api/v1/tasks").statusCode()).isEqualTo(401);
    }

    private Http http() {
        return new Http(port);
    }

    private JsonNode get(String path) {
        HttpResponse<String> answer = http().get(path, CLI);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private HttpResponse<String> post(String path) {
        return http().post(path, "application/json", "{}".getBytes(StandardCharsets.UTF_8), CLI);
    }
}
