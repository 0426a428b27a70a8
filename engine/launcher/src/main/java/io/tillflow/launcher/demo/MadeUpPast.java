package io.tillflow.launcher.demo;

import io.tillflow.launcher.cli.Copy;
import io.tillflow.launcher.cli.ExporterProgram;
import io.tillflow.launcher.cli.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code demo --history}: instances of the past year that never ran, so that lists can be seen at their size. */
record MadeUpPast(Copy copy, int instances, long seed) {

    static final List<String> COUNTS = List.of(
            "placed", "completed", "cancelled", "waiting", "incidents", "lost", "duplicates", "p50_ms", "p99_ms");

    /** Writes it and answers what the history holds then. */
    JsonNode write() throws IOException, InterruptedException {
        List<String> arguments = List.of("--instances", "" + instances, "--seed", "" + seed, "--into-live", "--json");
        String printed = ExporterProgram.of(copy, "GenerateHistory", arguments).output();
        return JsonMapper.builder().build().readTree(printed);
    }

    /** Writes it and prints that no order was placed, but what was written. */
    int only(boolean json, PrintStream out) throws IOException, InterruptedException {
        JsonNode written = write();
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("ok", true);
            document.put("seed", seed);
            COUNTS.forEach(it -> document.put(it, 0));
            List.of("expected", "actual", "waiting_reasons").forEach(it -> document.put(it, Map.of()));
            document.put("history", written);
            Json.print(out, document);
        } else {
            out.printf(
                    "%,d instances made up in %,d rows. History now holds %,d instances with %,d elements in %,d bytes; %,d bytes of variables each.%n",
                    written.path("written").asLong(),
                    written.path("rows").asLong(),
                    written.path("instances").asLong(),
                    written.path("elements").asLong(),
                    written.path("bytes").asLong(),
                    written.path("variable_bytes_each").asLong());
        }
        return 0;
    }
}
