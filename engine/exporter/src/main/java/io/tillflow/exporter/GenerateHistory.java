package io.tillflow.exporter;

import io.tillflow.exporter.generate.MadeUpHistory;
import io.tillflow.exporter.store.HistorySchema;
import io.tillflow.exporter.store.Position;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Set;

/**
 * Fills history with made-up instances, to measure lists with:
 * {@code java -cp exporter.jar io.tillflow.exporter.GenerateHistory --url U --user U --password P --instances 100000
 * [--seed 7] [--days 365] [--into-live] [--json]}. What it writes is in no archive: {@code VerifyHistory} counts it and leaves it out.
 */
public final class GenerateHistory {

    private static final int SAY_EVERY = 20_000;

    private GenerateHistory() {}

    /** Writes the instances and says how many rows that were. */
    public static void main(String[] args) {
        ExitCode.exit(() -> run(args, Clock.systemUTC()));
    }

    private static ExitCode run(String[] args, Clock clock) throws SQLException {
        Arguments arguments = new Arguments(
                args, Set.of("url", "user", "password", "instances", "seed", "days"), Set.of("into-live", "json"));
        int instances = (int) arguments.number("instances", 100_000);
        if (instances < 1) {
            throw new IllegalArgumentException("expected --instances to be at least 1, but was " + instances);
        }
        int days = (int) arguments.number("days", 365);
        try (Connection connection = arguments.database().connectForLongWork("tillflow-generate")) {
            HistorySchema.migrate(connection, HistorySchema.HISTORY);
            boolean live = !Position.readAll(connection, HistorySchema.HISTORY).isEmpty();
            if (live && !arguments.has("into-live")) {
                throw new IllegalArgumentException(
                        "expected a history that no broker writes, but this one is live; --into-live adds to it all the same");
            }
            connection.commit();
            long rows = new MadeUpHistory(HistorySchema.HISTORY, arguments.number("seed", 7), clock.instant(), days)
                    .write(connection, instances, GenerateHistory::progress);
            HistorySize size = HistorySize.of(connection, HistorySchema.HISTORY);
            System.out.println(arguments.has("json") ? size.json(instances, rows) : size.sentence(instances, rows));
        }
        return ExitCode.HOLDS;
    }

    private static void progress(int written) {
        if (written % SAY_EVERY == 0) {
            System.err.println(written + " instances written");
        }
    }
}
