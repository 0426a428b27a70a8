package io.tillflow.exporter.verify;

import io.tillflow.exporter.store.Position;
import io.tillflow.exporter.verify.Comparison.Example;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a comparison found: the JSON document of {@code verify history}, and a sentence or two for people. */
public record VerificationReport(
        long rowsCompared, int tables, long different, List<String> problems, String json, String sentence) {

    /** Whether history is exactly what the archive says. */
    public boolean holds() {
        return different == 0 && problems.isEmpty();
    }

    static final class Builder {

        private static final JsonMapper JSON = JsonMapper.builder().build();
        private static final int EXAMPLES = 20;

        private final Map<Integer, Position> positions;
        private final long records;
        private final boolean whole;
        private final List<String> problems;
        private final List<Example> examples = new ArrayList<>();
        private long rows;
        private int tables;
        private long different;
        private long madeUp;

        Builder(Map<Integer, Position> positions, long records, boolean whole, List<String> problems) {
            this.positions = positions;
            this.records = records;
            this.whole = whole;
            this.problems = List.copyOf(problems);
        }

        void add(Comparison.Result table) {
            tables++;
            rows += table.rows();
            different += table.different();
            madeUp += table.madeUp();
            examples.addAll(table.examples());
        }

        VerificationReport build() {
            return new VerificationReport(rows, tables, different, problems, json(), sentence());
        }

        private String json() {
            ObjectNode report = JSON.createObjectNode()
                    .put("rows_compared", rows)
                    .put("tables", tables)
                    .put("different", different);
            ArrayNode list = report.putArray("examples");
            examples.stream().limit(EXAMPLES).map(Builder::example).forEach(list::add);
            report.put("made_up", madeUp);
            report.put("records", records).put("archive_complete", whole);
            ObjectNode reached = report.putObject("positions");
            positions.forEach((partition, position) -> reached.put(String.valueOf(partition), position.position()));
            ArrayNode said = report.putArray("problems");
            problems.forEach(said::add);
            return report.toString();
        }

        /** Of a row that both sides have, only what differs; the rest would hide it. */
        private static JsonNode example(Example example) {
            ObjectNode node = JSON.createObjectNode().put("table", example.table());
            JsonNode history = example.history() == null ? JSON.nullNode() : JSON.readTree(example.history());
            JsonNode archive = example.archive() == null ? JSON.nullNode() : JSON.readTree(example.archive());
            if (history.isObject() && archive.isObject()) {
                ArrayNode columns = node.putArray("columns");
                history.properties().stream()
                        .filter(column -> !column.getValue().equals(archive.path(column.getKey())))
                        .forEach(column -> columns.add(column.getKey()));
            }
            node.set("history", history);
            node.set("archive", archive);
            return node;
        }

        private String sentence() {
            String scope = whole ? "" : " (the archive's oldest segments are deleted: only what began after them)";
            String verdict =
                    different == 0 ? "all as the archive says" : different + " of them differ from the archive";
            String left = madeUp == 0 ? "" : " (" + madeUp + " rows made up by demo --history are not compared)";
            return "%d rows of %d tables compared%s%s: %s%s"
                    .formatted(
                            rows,
                            tables,
                            scope,
                            left,
                            verdict,
                            problems.isEmpty() ? "." : "; " + String.join("; ", problems) + ".");
        }
    }
}
