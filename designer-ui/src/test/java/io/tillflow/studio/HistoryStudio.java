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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A studio over a real history whose engine is away; all tests of a kind share one. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class HistoryStudio {
    static final String[] CLI = {"Authorization", "Bearer operators-token"};
    static final FakeConnectors CONNECTORS = new FakeConnectors();
    private static final EmbeddedPostgres POSTGRES = start();

    @LocalServerPort
    private int port;

    @Autowired
    private Database database;

    @Autowired
    private SecurityContextHolderStrategy signedIn;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("tillflow.admin-password", () -> "correct-horse");
        registry.add("tillflow.cli-token", () -> "operators-token");
        registry.add("tillflow.gateway", () -> "http://127.0.0.1:1");
        registry.add("tillflow.connectors-url", CONNECTORS::url);
        registry.add("tillflow.shop-url", CONNECTORS::url);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            JdbcClient jdbc = JdbcClient.create(postgres.getPostgresDatabase());
            StringBuilder tables = new StringBuilder();
            for (Path file : migrations()) {
                tables.append(Files.readString(file));
            }
            jdbc.sql("create schema history; set search_path = history; " + tables + "; reset search_path")
                    .update();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> migrations() throws IOException {
        try (var files = Files.list(Path.of("../engine/exporter/src/main/resources/db/history"))) {
            return files.sorted().toList();
        }
    }

    /** Who is signed in is kept in a static place, which each studio started in this JVM takes for itself; there is one outside tests. */
    @BeforeEach
    void thisStudioKnowsWhoIsSignedIn() {
        SecurityContextHolder.setContextHolderStrategy(signedIn);
    }

    @BeforeEach
    void anOrderInReviewAndOneThatFailed() {
        await().atMost(Duration.ofSeconds(90)).until(database::ready);
        // a page that still reads two of the tables can hold one that this waits for, and the other way round
        await().atMost(Duration.ofSeconds(30))
                .ignoreException(PessimisticLockingFailureException.class)
                .untilAsserted(this::begin);
    }

    private void begin() {
        jdbc.sql("""
                truncate history.sequence_flow, history.process_instance, history.element_instance, history.job, history.incident, history.variable, history.variable_change, history.modification, history.process_definition, history.decision_evaluation, history.message_subscription, history.timer, studio.task_claim, studio.task_plan, studio.task_draft, studio.task_comment, studio.task_group, studio.repair_command, studio.repair_batch cascade;
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

    int port() {
        return port;
    }

    Http http() {
        return new Http(port);
    }

    JsonNode get(String path) {
        HttpResponse<String> answer = http().get(path, CLI);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    HttpResponse<String> post(String path) {
        return http().post(path, "application/json", "{}".getBytes(StandardCharsets.UTF_8), CLI);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        String[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(CLI), java.util.Arrays.stream(headers))
                .toArray(String[]::new);
        return http().post(path, "application/json", body.getBytes(StandardCharsets.UTF_8), all);
    }

    JsonNode read(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }

    /** A token with one role. */
    final String token(String role) {
        String secret = "a-token-of-" + role;
        jdbc.sql("""
                insert into studio.api_token (id, name, prefix, digest, roles, owner, created_at)
                values (gen_random_uuid(), 'looks', 'a', sha256(convert_to(:secret, 'UTF8')), array[:role], 'somebody', now())
                on conflict (digest) do nothing""").param("secret", secret).param("role", role).update();
        return secret;
    }
}
