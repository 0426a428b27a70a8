package io.tillflow.exporter;

import io.camunda.client.CamundaClient;
import io.tillflow.exporter.store.Database;
import io.tillflow.testkit.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;

/** A real broker with the packaged exporter, as a child process that can be killed and started again on its data. */
final class TestBroker implements AutoCloseable {

    private static final Path HOME = Path.of(System.getProperty("broker.home", "target/broker/camunda-zeebe-8.5.8"));

    private final Path directory;
    private final Database database;
    private final int gateway;
    private Process process;

    private TestBroker(Path directory, Database database) throws IOException {
        this.directory = directory;
        this.database = database;
        this.gateway = FreePorts.next();
        this.process = launch();
    }

    static TestBroker start(Database database) throws IOException {
        Path directory = TestFolders.create("broker");
        TestBroker broker = new TestBroker(directory, database);
        broker.awaitReady();
        return broker;
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-Dbasedir=" + directory,
                "-cp",
                HOME.resolve("config").toAbsolutePath() + ":"
                        + HOME.resolve("lib").toAbsolutePath() + "/*",
                "io.camunda.zeebe.broker.StandaloneBroker");
        builder.environment().putAll(settings());
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("broker.log").toFile()))
                .start();
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("ZEEBE_BROKER_DATA_DIRECTORY", directory.resolve("data").toString());
        settings.put("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB");
        settings.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "100MB");
        settings.put("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "50MB");
        settings.put("ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1");
        settings.put("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", String.valueOf(FreePorts.next()));
        settings.put("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", String.valueOf(FreePorts.next()));
        settings.put("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", "127.0.0.1");
        settings.put("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", String.valueOf(gateway));
        settings.put("SERVER_ADDRESS", "127.0.0.1");
        settings.put("SERVER_PORT", String.valueOf(FreePorts.next()));
        settings.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        settings.put("MANAGEMENT_SERVER_PORT", String.valueOf(FreePorts.next()));
        settings.put("ZEEBE_BROKER_EXPORTERS_HISTORY_CLASSNAME", HistoryExporter.class.getName());
        settings.put("ZEEBE_BROKER_EXPORTERS_HISTORY_JARPATH", TestFolders.JAR.toString());
        settings.put("ZEEBE_BROKER_EXPORTERS_HISTORY_ARGS_URL", database.url());
        settings.put("ZEEBE_BROKER_EXPORTERS_HISTORY_ARGS_USER", database.user());
        settings.put("ZEEBE_BROKER_EXPORTERS_HISTORY_ARGS_PASSWORD", database.password());
        settings.put(
                "ZEEBE_BROKER_EXPORTERS_HISTORY_ARGS_ARCHIVEDIRECTORY",
                archive().toString());
        return settings;
    }

    Path archive() {
        return directory.resolve("archive");
    }

    CamundaClient client() {
        return CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://127.0.0.1:" + gateway))
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(Duration.ofSeconds(60))
                .build();
    }

    /** Gives it no chance to write anything more. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void startAgain() throws IOException {
        process = launch();
        awaitReady();
    }

    private void awaitReady() {
        try (CamundaClient client = client()) {
            Awaitility.await("the broker is ready, see " + directory.resolve("broker.log"))
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(250))
                    .ignoreExceptions()
                    .until(() -> client.newTopologyRequest().send().join().getBrokers().stream()
                            .anyMatch(broker -> !broker.getPartitions().isEmpty()
                                    && broker.getPartitions().getFirst().isLeader()));
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
