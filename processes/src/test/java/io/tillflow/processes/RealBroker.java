package io.tillflow.processes;

import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.tillflow.testkit.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The broker that ships, as a child process on free loopback ports, with a clock that obeys. */
final class RealBroker implements AutoCloseable {
    private final Process process;
    private final CamundaClient client;
    private final int management;

    private RealBroker(Process process, int gateway, int management) {
        this.process = process;
        this.management = management;
        this.client = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://127.0.0.1:" + gateway))
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(Duration.ofMinutes(1))
                .build();
    }

    static RealBroker start() throws IOException {
        Path home = Path.of(System.getProperty("broker.home"));
        Path data = Files.createTempDirectory(Path.of("target"), "broker-data").toAbsolutePath();
        int gateway = FreePorts.next();
        int management = FreePorts.next();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dbasedir=" + data,
                        "-cp",
                        home.resolve("config") + ":" + home.resolve("lib") + "/*",
                        "io.camunda.zeebe.broker.StandaloneBroker")
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("broker.log").toFile());
        builder.environment().putAll(settings(data, gateway, management));
        RealBroker broker = new RealBroker(builder.start(), gateway, management);
        await().atMost(Duration.ofMinutes(3)).ignoreExceptions().until(broker::isReady);
        return broker;
    }

    private static Map<String, String> settings(Path data, int gateway, int management) {
        return Map.ofEntries(
                Map.entry("ZEEBE_CLOCK_CONTROLLED", "true"),
                Map.entry("ZEEBE_BROKER_DATA_DIRECTORY", data.resolve("data").toString()),
                Map.entry("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB"),
                Map.entry("ZEEBE_BROKER_NETWORK_HOST", "127.0.0.1"),
                Map.entry("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", String.valueOf(FreePorts.next())),
                Map.entry("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", String.valueOf(FreePorts.next())),
                Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_HOST", "127.0.0.1"),
                Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", String.valueOf(gateway)),
                Map.entry("SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("SERVER_PORT", String.valueOf(FreePorts.next())),
                Map.entry("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1"),
                Map.entry("MANAGEMENT_SERVER_PORT", String.valueOf(management)),
                Map.entry("MANAGEMENT_ENDPOINT_CLOCK_ENABLED", "true"),
                Map.entry("MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "*"));
    }

    CamundaClient client() {
        return client;
    }

    void increaseTime(Duration by) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI clock = URI.create("http://127.0.0.1:" + management + "/actuator/clock/add");
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(clock)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString("{\"offsetMilli\": " + by.toMillis() + "}"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("expected the broker's clock to move, but " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException("the broker's clock cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("the broker ended with code " + process.exitValue());
        }
        return client.newTopologyRequest().send().join().getBrokers().stream()
                .flatMap(broker -> broker.getPartitions().stream())
                .anyMatch(partition -> partition.isLeader());
    }

    @Override
    public void close() throws InterruptedException {
        client.close();
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
