package io.tillflow.launcher.suite;

import io.tillflow.launcher.process.Http;
import io.tillflow.launcher.process.Poll;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has a broker keep its state as of now, through its management API. */
final class Snapshot {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(50);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Snapshot() {}

    /** Returns when it is kept; a broker that does not answer, or not in time, goes without. */
    static void take(URI management) {
        URI partitions = management.resolve("/actuator/partitions");
        ask("POST", management.resolve("/actuator/partitions/takeSnapshot"))
                .ifPresent(asked -> Poll.until(
                        LIMIT,
                        STEP,
                        () -> ask("GET", partitions)
                                .map(now -> reaches(now, asked))
                                .orElse(true)));
    }

    private static Optional<JsonNode> ask(String method, URI uri) {
        try {
            return Http.text(method, uri).map(JSON::readTree);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static boolean reaches(JsonNode now, JsonNode asked) {
        return asked.properties().stream()
                .allMatch(partition -> now.path(partition.getKey())
                                .path("processedPositionInSnapshot")
                                .asLong(-1)
                        >= partition.getValue().path("processedPosition").asLong(-1));
    }
}
