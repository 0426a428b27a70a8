package io.tillflow.exporter.generate;

import io.tillflow.exporter.projection.HistoryTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The deployed versions of the made-up processes, from the first to the one in use. */
final class Definitions {

    private final List<Version> versions = new ArrayList<>();

    /** A version of a process and since when it is in use. */
    record Version(ShopProcess process, int version, long key, Instant since) {}

    /** Deploys the versions evenly over the time; those that an earlier call has deployed are used again. */
    Definitions(CopyRows rows, Keys keys, Instant from, Instant to, Map<String, Long> known) {
        for (ShopProcess process : ShopProcess.ALL) {
            Duration each = Duration.between(from, to).dividedBy(process.versions());
            for (int version = 1; version <= process.versions(); version++) {
                Long earlier = known.get(name(process.id(), version));
                long key = earlier == null ? keys.key() : earlier;
                Version deployed = new Version(process, version, key, from.plus(each.multipliedBy(version - 1L)));
                versions.add(deployed);
                if (earlier != null) {
                    continue;
                }
                keys.key();
                rows.add(
                        HistoryTable.PROCESS_DEFINITION,
                        deployed.key(),
                        process.id(),
                        version,
                        process.id() + ".bpmn",
                        process.bpmn(),
                        Long.toHexString(deployed.key()),
                        "ACTIVE",
                        deployed.since(),
                        null);
            }
        }
    }

    /** The versions that the database has, by {@link #name}. */
    static Map<String, Long> known(Connection connection, String schema) throws SQLException {
        Map<String, Long> known = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT bpmn_process_id, version, key FROM " + schema + ".process_definition")) {
            while (rows.next()) {
                known.put(name(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
        return known;
    }

    private static String name(String processId, int version) {
        return processId + " v" + version;
    }

    /** A process by its share, in the version that was in use then. */
    Version pick(RandomGenerator random, Instant time) {
        int drawn = random.nextInt(
                ShopProcess.ALL.stream().mapToInt(ShopProcess::share).sum());
        ShopProcess process = ShopProcess.ALL.getFirst();
        for (ShopProcess candidate : ShopProcess.ALL) {
            process = candidate;
            drawn -= candidate.share();
            if (drawn < 0) {
                break;
            }
        }
        ShopProcess picked = process;
        return versions.stream()
                .filter(version ->
                        version.process().equals(picked) && !version.since().isAfter(time))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
