package io.tillflow.connectors;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.tillflow.connectors.provider.TestDatabase;
import io.tillflow.testkit.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;

/** The shipped broker with the shipped exporter, once for all tests of a JVM; history goes to the tests' database. */
public final class RunningBroker {
    private final Process process;
    private final URI gateway;
    private final CamundaClient client;

    private RunningBroker(Process process, URI gateway) {
        this.process = process;
        this.gateway = gateway;
        this.client = CamundaClient.newClientBuilder()
                .grpcAddress(gateway)
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(Duration.ofSeconds(60))
                .build();
    }

    /** In a class of its own: waiting asks from other threads, which must not meet a class that still starts. */
    private static final class Once {
        static final RunningBroker BROKER = start();
    }

    public static CamundaClient client() {
        return Once.BROKER.client;
    }

    public static URI gateway() {
        return Once.BROKER.gateway;
    }

    private static RunningBroker start() {
        try {
            int port = FreePorts.next();
            Path data =
                    Files.createTempDirectory(Path.of("target"), "broker-data-").toAbsolutePath();
            Path home = Path.of(Objects.requireNonNull(System.getProperty("broker.home")));
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx384m",
                            "-Dbasedir=" + data,
                            "-cp",
                            home.resolve("config") + ":" + home.resolve("lib") + "/*",
                            "io.camunda.zeebe.broker.StandaloneBroker")
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("broker.log").toFile());
            builder.environment().putAll(network(data, port));
            builder.environment().putAll(history(data));
            RunningBroker broker = new RunningBroker(builder.start(), URI.create("http://127.0.0.1:" + port));
            Runtime.getRuntime().addShutdownHook(new Thread(broker.process::destroyForcibly));
            broker.awaitReady();
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> network(Path data, int gateway) {
        return Map.ofEntries(
                Map.entry("ZEEBE_BROKER_DATA_DIRECTORY", data.resolve("data").toString()),
                Map.entry("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "100MB"),
                Map.entry("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "50MB"),
                Map.entry("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB"),
                Map.entry("ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1"),
                Map.entry("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", String.valueOf(FreePorts.next())),
                Map.entry("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", String.valueOf(FreePorts.next())),
                Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", "127.0.0.1"),
                Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", String.valueOf(gateway)),
                Map.entry("ZEEBE_BROKER_EXPERIMENTAL_ENGINE_MESSAGES_TTLCHECKERINTERVAL", "500ms"),
                Map.entry("SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("SERVER_PORT", String.valueOf(FreePorts.next())),
                Map.entry("MANAGEMENT_SERVER_PORT", String.valueOf(FreePorts.next())),
                Map.entry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1"));
    }

    private static Map<String, String> history(Path data) {
        String exporter = "ZEEBE_BROKER_EXPORTERS_HISTORY_";
        return Map.of(
                exporter + "JARPATH",
                Objects.requireNonNull(System.getProperty("exporter.jar")),
                exporter + "CLASSNAME",
                "io.tillflow.exporter.HistoryExporter",
                exporter + "ARGS_URL",
                TestDatabase.url(),
                exporter + "ARGS_USER",
                "postgres",
                exporter + "ARGS_PASSWORD",
                "postgres",
                exporter + "ARGS_ARCHIVEDIRECTORY",
                data.resolve("archive").toString());
    }

    private void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .ignoreExceptionsInstanceOf(ClientException.class)
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException("the broker ended with code " + process.exitValue());
                    }
                    return client.newTopologyRequest().send().join().getBrokers().stream()
                            .flatMap(broker -> broker.getPartitions().stream())
                            .anyMatch(partition -> partition.isLeader());
                });
    }
}
