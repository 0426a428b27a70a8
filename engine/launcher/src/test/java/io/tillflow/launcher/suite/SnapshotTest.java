package io.tillflow.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private final List<String> asked = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private HttpServer broker;

    @BeforeEach
    void start() throws IOException {
        broker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        broker.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            byte[] answer = answers.removeFirst().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        broker.start();
    }

    @AfterEach
    void stop() {
        broker.stop(0);
    }

    private URI management() {
        return URI.create("http://127.0.0.1:" + broker.getAddress().getPort() + "/");
    }

    @Test
    void waitsUntilAllThatWasProcessedIsKept() {
        answers.add("""
                {"1":{"processedPosition":70,"processedPositionInSnapshot":null}}""");
        answers.add("""
                {"1":{"processedPosition":75,"processedPositionInSnapshot":60}}""");
        answers.add("""
                {"1":{"processedPosition":75,"processedPositionInSnapshot":70}}""");

        Snapshot.take(management());

        assertThat(asked)
                .containsExactly(
                        "POST /actuator/partitions/takeSnapshot",
                        "GET /actuator/partitions",
                        "GET /actuator/partitions");
    }

    @Test
    void goesWithoutWhenTheBrokerSaysNothingOfUse() {
        answers.add("<html>");

        Snapshot.take(management());
        assertThat(asked).containsExactly("POST /actuator/partitions/takeSnapshot");

        broker.stop(0);
        Snapshot.take(management());
        assertThat(asked).hasSize(1);
    }
}
