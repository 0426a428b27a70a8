package io.tillflow.launcher.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What earlier runs measured at which size of history, so that a run can say how times grow with it. */
final class BenchMemory {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int NOTABLY = 2;

    private final Path file;

    BenchMemory(Path file) {
        this.file = file;
    }

    /** The 95th percentiles at the largest history that is at most half as large; none without one. */
    Map<String, Double> before(long instances) {
        long best = 0;
        for (Map.Entry<String, JsonNode> run : read().properties()) {
            long size = Long.parseLong(run.getKey());
            if (size * NOTABLY <= instances && size > best) {
                best = size;
            }
        }
        Map<String, Double> before = new HashMap<>();
        read().path("" + best)
                .properties()
                .forEach(it -> before.put(it.getKey(), it.getValue().asDouble()));
        return before;
    }

    void keep(long instances, List<AnswerTimes> lines) {
        ObjectNode runs = read();
        ObjectNode run = runs.putObject("" + instances);
        lines.forEach(it -> run.put(it.name(), it.p95()));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(runs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode read() {
        try {
            return Files.exists(file) && JSON.readTree(Files.readString(file)) instanceof ObjectNode runs
                    ? runs
                    : JSON.createObjectNode();
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
