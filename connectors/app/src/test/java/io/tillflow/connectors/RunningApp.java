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
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The connectors on a free port, against the tests' broker and database. */
final class RunningApp implements AutoCloseable {
    private static final String TOKEN = "service-token-of-the-tests";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final URI address;

    private RunningApp(ConfigurableApplicationContext context, URI address) {
        this.context = context;
        this.address = address;
    }

    static RunningApp start(FakeShop shop) throws IOException {
        return start(shop, Map.of());
    }

    /** @param more what is set beside what every test needs */
    static RunningApp start(FakeShop shop, Map<String, String> more) throws IOException {
        int port = FreePorts.next();
        URI address = URI.create("http://127.0.0.1:" + port);
        SpringApplication application = new SpringApplication(ConnectorsApplication.class);
        Map<String, Object> settings = new HashMap<>(Map.ofEntries(
                Map.entry("TILLFLOW_DATABASE_URL", TestDatabase.url()),
                Map.entry("TILLFLOW_DATABASE_USER", "postgres"),
                Map.entry("TILLFLOW_DATABASE_PASSWORD", "postgres"),
                Map.entry("TILLFLOW_GATEWAY", RunningBroker.gateway().toString()),
                Map.entry("TILLFLOW_SHOP_URL", shop.url()),
                Map.entry("TILLFLOW_CONNECTORS_URL", address.toString()),
                Map.entry("TILLFLOW_SERVICE_TOKEN", TOKEN),
                Map.entry("TILLFLOW_WEBHOOK_SECRET", "webhook-secret-of-the-tests"),
                Map.entry("TILLFLOW_SMTP_PORT", String.valueOf(FreePorts.next())),
                Map.entry("tillflow.experiments.grace", "2s"),
                Map.entry("TILLFLOW_SANDBOX_TRANSIT", "1s"),
                Map.entry("TILLFLOW_SANDBOX_DISPUTE_AFTER", "1s"),
                Map.entry("TILLFLOW_SANDBOX_DISPUTE_VERDICT", "1s"),
                Map.entry("TILLFLOW_SANDBOX_CONFIRMATION", "1s"),
                Map.entry("TILLFLOW_SANDBOX_SUPPLY", "1s"),
                Map.entry("TILLFLOW_MODELS_JAR", System.getProperty("models.jar", "")),
                Map.entry("TILLFLOW_TRAINING_MEMORY", "128m"),
                Map.entry(
                        "TILLFLOW_FILES_FOLDER",
                        Files.createTempDirectory("documents").toString()),
                Map.entry("TILLFLOW_SECRETS_KEY", TestSecrets.KEY),
                Map.entry("TILLFLOW_HTTP_PRIVATE_HOSTS", "127.0.0.1"),
                Map.entry("SERVER_PORT", String.valueOf(port))));
        settings.putAll(more);
        application.setDefaultProperties(settings);
        RunningApp app = new RunningApp(application.run(), address);
        await().atMost(OrderJourneyIT.PATIENCE)
                .until(() -> app.send("GET", "/actuator/health/readiness", "").statusCode() == 200);
        return app;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    URI at(String path) {
        return address.resolve(path);
    }

    void put(String path, String body) throws Exception {
        assertThat(send("PUT", path, body).statusCode()).isEqualTo(200);
    }

    /** Calls with the service token. */
    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        return exchange(headers.length == 0 ? request : request.headers(headers));
    }

    /** Which the last event of a trigger began. */
    long awaitInstance(String path) {
        return await().atMost(OrderJourneyIT.PATIENCE)
                .until(
                        () -> JsonMapper.shared()
                                .readTree(send("GET", path, "").body())
                                .path("latest")
                                .path("processInstanceKey")
                                .asLong(0),
                        key -> key > 0);
    }

    HttpResponse<String> exchange(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        context.close();
    }
}
