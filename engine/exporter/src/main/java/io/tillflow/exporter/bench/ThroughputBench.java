package io.tillflow.exporter.bench;

import io.tillflow.exporter.store.Database;
import io.tillflow.exporter.store.HistorySchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Writes the same kind of records both ways, in turns, into a schema of its own that is dropped afterwards. */
public final class ThroughputBench {

    private static final String SCHEMA = "history_bench";
    private static final int ROUNDS = 3;
    private static final double GOAL_RATIO = 10;

    private final Connection connection;
    private final int instances;

    private ThroughputBench(Connection connection, int instances) {
        this.connection = connection;
        this.instances = instances;
    }

    /** One way of writing. */
    private interface Way {
        void write(List<String> lines) throws SQLException, IOException;
    }

    /** Measures and answers the JSON document of {@code bench}. */
    public static String run(Database database, int instances) throws SQLException, IOException {
        try (Connection connection = database.connectForLongWork("tillflow-bench")) {
            return new ThroughputBench(connection, instances).run();
        }
    }

    private String run() throws SQLException, IOException {
        List<Double> ours = new ArrayList<>();
        List<Double> peer = new ArrayList<>();
        Path archive = Files.createTempDirectory("exporter-bench");
        try {
            recordsPerSecond(1, new Coalesced(connection, SCHEMA, archive.resolve("warm-up"))::write);
            for (int round = 0; round < ROUNDS; round++) {
                Path directory = archive.resolve("round-" + round);
                ours.add(recordsPerSecond(instances, new Coalesced(connection, SCHEMA, directory)::write));
                peer.add(recordsPerSecond(Math.max(1, instances / 50), new PerRecordUpsert(connection, SCHEMA)::write));
            }
        } finally {
            dropSchema();
            delete(archive);
        }
        return report(ours, peer);
    }

    private double recordsPerSecond(int count, Way way) throws SQLException, IOException {
        dropSchema();
        HistorySchema.layOut(connection, SCHEMA);
        connection.commit();
        List<String> lines = MadeUpRecords.of(count);
        long start = System.nanoTime();
        way.write(lines);
        return lines.size() / ((System.nanoTime() - start) / 1e9);
    }

    private void dropSchema() throws SQLException {
        connection.rollback();
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
        }
        connection.commit();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String report(List<Double> ours, List<Double> peer) {
        double ratio = median(ours) / median(peer);
        return String.format(
                Locale.ROOT,
                "{\"machine\":\"%d cores, %s\",\"lines\":[{\"name\":\"exporter\",\"unit\":\"records/s\",\"ours\":%.0f,"
                        + "\"peer\":%.0f,\"ratio\":%.1f,\"min\":%.0f,\"max\":%.0f,\"n\":%d,\"goal\":%.0f,\"ok\":%b}]}",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                median(ours),
                median(peer),
                ratio,
                Collections.min(ours),
                Collections.max(ours),
                ours.size(),
                GOAL_RATIO,
                ratio >= GOAL_RATIO);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
