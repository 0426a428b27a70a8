package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.testkit.FreePorts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The app starts before its database and its broker, says so, and recovers by itself. */
class LonelyStartIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void waitsForTheDatabase() throws Exception {
        int port = FreePorts.next();
        int databasePort = FreePorts.next();
        SpringApplication application = new SpringApplication(ConnectorsApplication.class);
        application.setDefaultProperties(Map.of(
                "TILLFLOW_DATABASE_URL",
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres",
                "TILLFLOW_DATABASE_USER",
                "postgres",
                "TILLFLOW_DATABASE_PASSWORD",
                "postgres",
                "TILLFLOW_GATEWAY",
                RunningBroker.gateway().toString(),
                "TILLFLOW_CONNECTORS_URL",
                "http://127.0.0.1:" + port,
                "TILLFLOW_SERVICE_TOKEN",
                "service-token-of-the-tests",
                "TILLFLOW_WEBHOOK_SECRET",
                "webhook-secret-of-the-tests",
                "TILLFLOW_SMTP_PORT",
                String.valueOf(FreePorts.next()),
                "camunda.client.worker.defaults.enabled",
                "false",
                "SERVER_PORT",
                String.valueOf(port)));
        try (ConfigurableApplicationContext app = application.run()) {
            assertThat(app.isRunning()).isTrue();
            assertThat(status(port, "liveness")).isEqualTo(200);
            assertThat(status(port, "readiness")).isEqualTo(503);

            try (EmbeddedPostgres database =
                    EmbeddedPostgres.builder().setPort(databasePort).start()) {
                assertThat(database.getPort()).isEqualTo(databasePort);
                await().atMost(PATIENCE).until(() -> status(port, "readiness") == 200);
            }
            await().atMost(PATIENCE).until(() -> status(port, "readiness") == 503);
            assertThat(status(port, "liveness")).isEqualTo(200);
        }
    }

    private static int status(int port, String probe) throws Exception {
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/" + probe))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
