package io.tillflow.engine;

import io.tillflow.testkit.FreePorts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real broker as a child process on free loopback ports; its debug exporter lets tests see every record. */
final class RunningBroker implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final BrokerSettings settings;
    private final List<JsonNode> records = new CopyOnWriteArrayList<>();

    private RunningBroker(Process process, BrokerSettings settings) {
        this.process = process;
        this.settings = settings;
    }

    static RunningBroker start(Path home) throws IOException {
        return start(home, Map.of(), Optional.empty());
    }

    /** One whose gateway lets in who shows a token of this issuer. */
    static RunningBroker startSecured(Path home, URI issuer, Optional<BrokerSettings.OAuth> access) throws IOException {
        String prefix = "ZEEBE_BROKER_GATEWAY_SECURITY_AUTHENTICATION_";
        return start(
                home,
                Map.of(
                        prefix + "MODE",
                        "identity",
                        prefix + "IDENTITY_TYPE",
                        "KEYCLOAK",
                        prefix + "IDENTITY_ISSUERBACKENDURL",
                        issuer.toString(),
                        prefix + "IDENTITY_AUDIENCE",
                        Issuer.AUDIENCE),
                access);
    }

    private static RunningBroker start(Path home, Map<String, String> more, Optional<BrokerSettings.OAuth> access)
            throws IOException {
        int gateway = FreePorts.next();
        int rest = FreePorts.next();
        Path data = Files.createTempDirectory(Path.of("target"), "broker-data-");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dbasedir=" + data.toAbsolutePath(),
                "-cp",
                home.resolve("config") + ":" + home.resolve("lib") + "/*",
                "io.camunda.zeebe.broker.StandaloneBroker");
        builder.environment().putAll(environment(data, gateway, rest));
        builder.environment().putAll(more);
        builder.redirectErrorStream(true);
        BrokerSettings settings = new BrokerSettings(
                URI.create("http://127.0.0.1:" + gateway),
                URI.create("http://127.0.0.1:" + rest),
                Duration.ofMinutes(1),
                access);
        RunningBroker broker = new RunningBroker(builder.start(), settings);
        Thread.ofPlatform().daemon().name("broker-output").start(broker::readOutput);
        broker.awaitReady();
        return broker;
    }

    private static Map<String, String> environment(Path data, int gateway, int rest) {
        return Map.ofEntries(
                Map.entry(
                        "ZEEBE_BROKER_DATA_DIRECTORY",
                        data.resolve("data").toAbsolutePath().toString()),
                Map.entry("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "100MB"),
                Map.entry("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "50MB"),
                Map.entry("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB"),
                Map.entry("ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1"),
                Map.entry("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", String.valueOf(FreePorts.next())),
                Map.entry("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", String.valueOf(FreePorts.next())),
                Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", "127.0.0.1"),
                Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", String.valueOf(gateway)),
                Map.entry("SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("SERVER_PORT", String.valueOf(rest)),
                Map.entry("MANAGEMENT_SERVER_PORT", String.valueOf(FreePorts.next())),
                Map.entry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1"),
                Map.entry(
                        "ZEEBE_BROKER_EXPORTERS_DEBUG_CLASSNAME",
                        "io.camunda.zeebe.broker.exporter.debug.DebugLogExporter"),
                Map.entry("ZEEBE_BROKER_EXPORTERS_DEBUG_ARGS_LOGLEVEL", "info"));
    }

    BrokerSettings settings() {
        return settings;
    }

    /** Waits for an event and answers its record. */
    JsonNode event(String valueType, String intent, Predicate<JsonNode> value) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> find(valueType, intent, value), found -> !found.isMissingNode());
    }

    private JsonNode find(String valueType, String intent, Predicate<JsonNode> value) {
        return records.stream()
                .filter(it -> it.path("valueType").asString("").equals(valueType))
                .filter(it -> it.path("intent").asString("").equals(intent))
                .filter(it -> it.path("recordType").asString("").equals("EVENT"))
                .filter(it -> value.test(it.path("value")))
                .findFirst()
                .orElseGet(() -> JSON.createObjectNode().path("none"));
    }

    private void readOutput() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().filter(line -> line.contains("\"valueType\"")).forEach(this::remember);
        } catch (IOException | java.io.UncheckedIOException e) {
            // the process ended, and its output with it
            process.destroy();
        }
    }

    private void remember(String line) {
        records.add(JSON.readTree(line.substring(line.indexOf('{'))));
    }

    private void awaitReady() {
        try (Broker broker = Broker.connect(settings)) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .ignoreExceptionsInstanceOf(BrokerUnavailable.class)
                    .until(() -> {
                        if (!process.isAlive()) {
                            throw new IllegalStateException("the broker ended with code " + process.exitValue());
                        }
                        return broker.health().healthy();
                    });
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
