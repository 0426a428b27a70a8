package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.sandbox.SandboxEngine;
import io.tillflow.studio.platform.Database;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A studio over an engine in memory that stands for the broker. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
abstract class ProofsStudio {
    static final String[] CLI = {"Authorization", "Bearer the-command-line-token"};
    private static final SandboxEngine ENGINE = SandboxEngine.start();
    static final String LETTER = "account-letter.bpmn";

    @LocalServerPort
    int port;

    @Autowired
    private Database database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", TestDatabase::url);
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("tillflow.admin-password", () -> "correct-horse");
        registry.add("tillflow.cli-token", () -> "the-command-line-token");
        registry.add("tillflow.gateway", () -> ENGINE.gatewayAddress().toString());
    }

    @BeforeEach
    void waitForTheSchema() {
        await().atMost(Duration.ofSeconds(90)).until(database::ready);
        jdbc.sql("delete from studio.model_draft; delete from studio.model_proof")
                .update();
    }

    JsonNode deploy(String query, String file, String source, int status) {
        HttpResponse<String> answer = new Http(port)
                .upload("/api/v1/deployments" + query, Map.of(file, source.getBytes(StandardCharsets.UTF_8)), CLI);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }

    static String letter() {
        return Files.read("/models/accounts/" + LETTER);
    }

    /** It catches another error now than the one that its scenario throws. */
    static String broken() {
        return letter().replace("errorCode=\"LETTER_OUTDATED\"", "errorCode=\"LETTER_TOO_OLD\"");
    }

    int versions() {
        return jdbc.sql("select max(version) from studio.model_version where model_id = 'account-letter'")
                .query(Integer.class)
                .single();
    }

    void put(String source) {
        String[] newest = {"Authorization", CLI[1], "If-Match", "\"" + versions() + "\""};
        assertThat(new Http(port)
                        .put("/api/v1/models/account-letter", source, newest)
                        .statusCode())
                .isBetween(200, 201);
    }
}
