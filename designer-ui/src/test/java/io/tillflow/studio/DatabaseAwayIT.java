package io.tillflow.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.testkit.FreePorts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The studio starts before its database, says so, and goes on by itself when it comes. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class DatabaseAwayIT {
    private static final int DATABASE_PORT = FreePorts.next();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", () -> "jdbc:postgresql://127.0.0.1:" + DATABASE_PORT + "/postgres");
        registry.add("spring.datasource.username", () -> "postgres");
        registry.add("tillflow.admin-password", () -> "correct-horse");
        registry.add("tillflow.cli-token", () -> "operators-token");
        registry.add("tillflow.gateway", () -> "http://127.0.0.1:1");
    }

    /** Asks again and again until the database is away; what was answered. */
    private static Set<Integer> askUntilItIsAway(Http http) {
        Set<Integer> answers = new TreeSet<>();
        while (!answers.contains(503)) {
            answers.add(http.get("/api/v1/models", "Authorization", "Bearer operators-token")
                    .statusCode());
        }
        return answers;
    }

    @Test
    void saysThatTheDatabaseIsAwayAndOpensWhenItIsBack() throws IOException {
        Http http = new Http(port);
        HttpResponse<String> page = http.get("/");
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("The database is away").contains("http-equiv=\"refresh\"");
        assertThat(http.get("/api/v1/models").statusCode()).isEqualTo(503);
        assertThat(http.get("/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(http.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        List<CompletableFuture<Set<Integer>>> underWay;
        try (EmbeddedPostgres database =
                EmbeddedPostgres.builder().setPort(DATABASE_PORT).start()) {
            assertThat(database.getPort()).isEqualTo(DATABASE_PORT);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> http.get("/actuator/health/readiness").statusCode() == 200);
            assertThat(http.signIn("admin", "correct-horse")).doesNotContain("login");
            underWay = Stream.generate(() -> CompletableFuture.supplyAsync(() -> askUntilItIsAway(http)))
                    .limit(4)
                    .toList();
        }
        for (CompletableFuture<Set<Integer>> answers : underWay) {
            assertThat(answers.join()).as("a client with a token").isSubsetOf(200, 503);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> http.get("/").statusCode() == 503);
    }
}
