package io.tillflow.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tillflow.connectors.provider.TestDatabase;
import io.tillflow.connectors.secrets.TestSecrets;
import io.tillflow.testkit.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The packaged connectors in a process of their own, started again as a supervisor would when they died on purpose. */
final class DyingApp implements AutoCloseable {
    private static final String TOKEN = "service-token-of-the-tests";
    private static final String AWAY = "away";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = FreePorts.next();
    private final Map<String, String> environment;
    private Process process;
    private int deaths;

    /** @param more what is set beside what every test needs */
    DyingApp(FakeShop shop, Map<String, String> more) throws IOException {
        environment = new HashMap<>(Map.ofEntries(
                Map.entry("TILLFLOW_DATABASE_URL", TestDatabase.url()),
                Map.entry("TILLFLOW_DATABASE_USER", "postgres"),
                Map.entry("TILLFLOW_DATABASE_PASSWORD", "postgres"),
                Map.entry("TILLFLOW_GATEWAY", RunningBroker.gateway().toString()),
                Map.entry("TILLFLOW_SHOP_URL", shop.url()),
                Map.entry("TILLFLOW_SERVICE_TOKEN", TOKEN),
                Map.entry("TILLFLOW_WEBHOOK_SECRET", "webhook-secret-of-the-tests"),
                Map.entry("TILLFLOW_SECRETS_KEY", TestSecrets.KEY),
                Map.entry("TILLFLOW_SMTP_PORT", String.valueOf(FreePorts.next())),
                Map.entry("TILLFLOW_SMTP_ABANDONED", "12s"),
                Map.entry("TILLFLOW_SANDBOX_TRANSIT", "1s"),
                Map.entry("CAMUNDA_CLIENT_WORKER_DEFAULTS_TIMEOUT", "5s"),
                Map.entry("SERVER_PORT", String.valueOf(port))));
        environment.putAll(more);
        process = run();
    }

    private Process run() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx320m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        Path.of("target", "connectors.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "crash-it.log").toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What a supervisor does. */
    boolean keptAlive() throws IOException {
        if (!process.isAlive()) {
            assertThat(process.exitValue()).isEqualTo(88);
            deaths++;
            process = run();
        }
        return true;
    }

    int deaths() {
        return deaths;
    }

    boolean ready() {
        return !send("GET", "/actuator/health/readiness", "").equals(AWAY);
    }

    /** Asks until it is there and takes it. */
    String patiently(String method, String path, String body) {
        return await().atMost(OrderJourneyIT.PATIENCE)
                .until(() -> keptAlive() ? send(method, path, body) : AWAY, answer -> !answer.equals(AWAY));
    }

    /** The body of a good answer, or "away". */
    private String send(String method, String path, String body) {
        boolean form = method.equals("FORM");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header(
                        "Idempotency-Key",
                        UUID.nameUUIDFromBytes((path + body).getBytes(StandardCharsets.UTF_8))
                                .toString())
                .header("Content-Type", form ? "application/x-www-form-urlencoded" : "application/json")
                .method(form ? "POST" : method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() < 400 ? answer.body() : AWAY;
        } catch (IOException notNow) {
            return AWAY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return AWAY;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
