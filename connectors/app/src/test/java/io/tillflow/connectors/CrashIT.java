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
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The real process dies again and again between effects and completions: nothing is lost, nothing happens twice. */
class CrashIT {
    private static final String TOKEN = "service-token-of-the-tests";
    /** How many jobs must lose their process between effect and completion; deaths go on until there were so many. */
    private static final int INTERRUPTED = 20;

    private static final int MOST_DEATHS = 40;
    private static final int TOGETHER = 10;
    private static final int ORDERS = 10;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final JdbcClient database = TestDatabase.jdbc();
    private final FakeShop shop = new FakeShop();
    private final List<String> orders = IntStream.range(0, ORDERS)
            .mapToObj(order -> UUID.randomUUID().toString())
            .toList();
    private Process process;
    private int port;
    private int deaths;

    @BeforeEach
    void start() throws IOException {
        port = FreePorts.next();
        process = run();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
        shop.close();
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
        builder.environment()
                .putAll(Map.ofEntries(
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
        return builder.start();
    }

    /** What a supervisor does. */
    private boolean keptAlive() throws IOException {
        if (!process.isAlive()) {
            assertThat(process.exitValue()).isEqualTo(88);
            deaths++;
            process = run();
        }
        return true;
    }

    @Test
    void dyingBetweenEffectAndCompletionRepeatsNothing() throws Exception {
        await().atMost(OrderJourneyIT.PATIENCE).until(this::ready);
        send(
                "PUT",
                "/api/v1/sandbox/drill",
                JSON.writeValueAsString(Map.of("deathsLeft", MOST_DEATHS, "together", TOGETHER, "share", 0.5)));
        for (String order : orders) {
            shop.knows(order, "mara-" + order + "@example.org", "10115");
            placeAndPay(order);
        }
        await().atMost(OrderJourneyIT.PATIENCE.multipliedBy(2)).until(() -> keptAlive() && enough());
        database.sql("update connectors.crash_drill set deaths_left = 0").update();
        await().atMost(OrderJourneyIT.PATIENCE.multipliedBy(2)).until(() -> keptAlive() && completed() == ORDERS);

        Map<String, Long> interrupted = interrupted();
        System.out.println("died " + deaths + " times between effects and completions: " + interrupted);
        assertThat(interrupted).containsKeys("keyed", "at-most-once");
        assertThat(interrupted.values().stream().mapToLong(it -> it).sum()).isGreaterThanOrEqualTo(INTERRUPTED);
        assertThat(deaths).isPositive();
        for (String order : orders) {
            assertThat(count("sandbox_charge", "reference = :order", order)).isEqualTo(1);
            assertThat(count("sandbox_shipment", "reference = :order", order)).isEqualTo(1);
            assertThat(count("mailbox", "recipient like '%' || :order || '%'", order))
                    .isEqualTo(2);
        }
        assertThat(send("GET", "/api/v1/sandbox/drill", "")).contains("\"keyed\"", "\"at-most-once\"");
    }

    private void placeAndPay(String order) throws Exception {
        String payment = JSON.readTree(patiently("POST", "/api/v1/payments", """
                {"reference": "%s", "amount": 11200, "currency": "EUR", "returnUrl": "/orders/%s"}
                """.formatted(order, order)))
                .path("id")
                .asString("");
        patiently("POST", "/api/v1/intake/events", """
                [{"source": "shop", "id": "%s", "type": "order-placed", "subject": "%s", "time": "2026-01-31T09:30:00Z",
                  "data": {"businessKey": "U-1001", "payment": {"id": "%s"},
                           "order": {"id": "%s", "number": "U-1001", "customerId": "c1", "channel": "demo", "currency": "EUR", "total": 11200,
                                     "items": 1, "weightGrams": 1200, "country": "DE", "express": false, "firstOrder": false,
                                     "addressMismatch": false, "pastDeclines": 0}}}]
                """.formatted(UUID.randomUUID(), order, payment, order));
        patiently("FORM", "/sandbox/pay/" + payment, "cardNumber=4242424242424242");
    }

    private String patiently(String method, String path, String body) {
        return await().atMost(OrderJourneyIT.PATIENCE)
                .until(() -> keptAlive() ? send(method, path, body) : "", answer -> !answer.equals("away"));
    }

    private boolean ready() {
        return !send("GET", "/actuator/health/readiness", "").equals("away");
    }

    /** The body of a good answer, or "away". */
    private String send(String method, String path, String body) {
        boolean form = method.equals("FORM");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + TOKEN)
                .header(
                        "Idempotency-Key",
                        UUID.nameUUIDFromBytes((path + body).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                .toString())
                .header("Content-Type", form ? "application/x-www-form-urlencoded" : "application/json")
                .method(form ? "POST" : method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() < 400 ? answer.body() : "away";
        } catch (IOException notNow) {
            return "away";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "away";
        }
    }

    /** So many, and of each class that an order's effects have. */
    private boolean enough() {
        Map<String, Long> interrupted = interrupted();
        return interrupted.values().stream().mapToLong(it -> it).sum() >= INTERRUPTED
                && interrupted.keySet().containsAll(List.of("keyed", "at-most-once"));
    }

    /** How many jobs of each class lost their process between effect and completion; what only asks has no effect. */
    private Map<String, Long> interrupted() {
        Map<String, Long> classes = new java.util.TreeMap<>();
        database.sql(
                        "select effect, count(*) as jobs from connectors.crash_victim where effect <> 'reads' group by effect")
                .query(row -> {
                    classes.put(row.getString("effect"), row.getLong("jobs"));
                });
        return classes;
    }

    private long completed() {
        boolean there = database.sql("select to_regclass('history.process_instance') is not null")
                .query(Boolean.class)
                .single();
        return there
                ? database.sql("""
                        select count(*) from history.process_instance i
                         where i.state = 'COMPLETED'
                           and exists (select from history.variable v
                                        where v.scope_key = i.key and v.name = 'order' and v.value ->> 'id' in (:orders))
                        """).param("orders", orders).query(Long.class).single()
                : 0;
    }

    private long count(String table, String condition, String order) {
        return database.sql("select count(*) from connectors." + table + " where " + condition)
                .param("order", order)
                .query(Long.class)
                .single();
    }
}
