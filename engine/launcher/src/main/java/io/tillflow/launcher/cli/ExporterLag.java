package io.tillflow.launcher.cli;

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
 * How far history is behind the broker. While nothing happens the last exported record grows old without anything being
 * late, so its age counts only while the broker has processed more than history holds.
 */
final class ExporterLag {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ExporterLag() {}

    private record Exported(long position, long recordMillis) {}

    /** @return milliseconds; nothing when history was never written */
    static OptionalLong of(Endpoints endpoints, Clock clock) {
        try {
            Exported exported = exported(endpoints);
            if (exported.position() >= processed(endpoints.brokerManagement())) {
                return OptionalLong.of(0);
            }
            return OptionalLong.of(Math.max(0, clock.millis() - exported.recordMillis()));
        } catch (SQLException | IOException | JacksonException e) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    private static Exported exported(Endpoints endpoints) throws SQLException {
        try (Connection connection = endpoints.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT position, extract(epoch FROM record_time) * 1000
                        FROM history.export_position WHERE partition_id = 1""")) {
            if (!row.next()) {
                throw new SQLException("nothing exported yet");
            }
            return new Exported(row.getLong(1), row.getLong(2));
        }
    }

    /** The broker's last processed position; an external broker whose management is hidden counts as processing now. */
    private static long processed(URI management) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(management.resolve("/actuator/partitions"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            JsonNode partitions = JSON.readTree(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
            return partitions.path("1").path("processedPosition").asLong(Long.MAX_VALUE);
        }
    }
}
