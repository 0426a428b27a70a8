package io.tillflow.launcher.cli;

import io.tillflow.launcher.process.Poll;
import io.tillflow.launcher.suite.Endpoints;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far history is behind the broker: the time until it holds what the broker has processed now. Only if that takes too
 * long does the age of the last record tell, which grows by itself while nothing happens.
 */
final class ExporterLag {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ExporterLag() {}

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(20);

    private record Exported(long position, long recordMillis) {}

    /** @return milliseconds; nothing when history was never written */
    static OptionalLong of(Endpoints endpoints, Clock clock) {
        try (Connection connection = endpoints.database().connect()) {
            long begun = System.nanoTime();
            long processed = processed(endpoints.brokerManagement());
            boolean caughtUp = Poll.until(PATIENCE, STEP, () -> holds(connection, processed));
            return OptionalLong.of(
                    caughtUp
                            ? Duration.ofNanos(System.nanoTime() - begun).toMillis()
                            : Math.max(0, clock.millis() - exported(connection).recordMillis()));
        } catch (SQLException | JacksonException e) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    private static boolean holds(Connection connection, long position) {
        try {
            return exported(connection).position() >= position;
        } catch (SQLException e) {
            return false; // no row, or no table yet
        }
    }

    private static Exported exported(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT position, extract(epoch FROM record_time) * 1000
                        FROM history.export_position WHERE partition_id = 1""")) {
            if (!row.next()) {
                throw new SQLException("nothing exported yet");
            }
            return new Exported(row.getLong(1), row.getLong(2));
        }
    }

    /** The broker's last processed position; a broker whose management is hidden or away counts as far ahead. */
    private static long processed(URI management) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(management.resolve("/actuator/partitions"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            JsonNode partitions = JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
            return partitions.path("1").path("processedPosition").asLong(Long.MAX_VALUE);
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
