package io.tillflow.exporter.generate;

import io.tillflow.exporter.projection.HistoryTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;

/** A shop's past: instances spread over days with more of them by day, at weekends and towards now. */
public final class MadeUpHistory {

    private static final int INSTANCES_A_COPY = 2_000;
    private static final int WORTH_DROPPING_INDICES = 2_000;
    private static final double HOURS_A_DAY = 24;

    private final String schema;
    private final World world;
    private final Instant from;
    private final double days;

    /**
     * Prepares it.
     *
     * @param now the instances' present: what would end later is still active
     */
    public MadeUpHistory(String schema, long seed, Instant now, int days) {
        this.schema = schema;
        this.world = new World(new SplittableRandom(seed), now);
        this.days = days;
        this.from = now.minus(Duration.ofDays(days));
    }

    /** The condition that picks the rows a call has made up, by a column that holds a key. */
    public static String isMadeUp(String keyColumn) {
        return keyColumn + " >= " + Keys.FIRST + " AND " + keyColumn + " < " + Keys.END;
    }

    /** What chance and time are in it. */
    record World(RandomGenerator random, Instant now) {}

    /** Writes so many instances and all about them in one transaction, and answers how many rows that were. */
    public long write(Connection connection, int instances) throws SQLException {
        return write(connection, instances, written -> {});
    }

    /** As {@link #write(Connection, int)}, and says after each batch how many there are. */
    public long write(Connection connection, int instances, IntConsumer progress) throws SQLException {
        CopyRows rows = new CopyRows(schema);
        Keys keys = new Keys(used(connection));
        Definitions definitions = new Definitions(rows, keys, from, world.now(), Definitions.known(connection, schema));
        List<String> indices = instances < WORTH_DROPPING_INDICES ? List.of() : Indices.drop(connection, schema);
        for (int i = 1; i <= instances; i++) {
            Instant started = start();
            new MadeUpInstance(definitions.pick(world.random(), started), rows, keys, world).liveFrom(started);
            if (i % INSTANCES_A_COPY == 0) {
                rows.flush(connection);
                progress.accept(i);
            }
        }
        rows.flush(connection);
        Indices.create(connection, indices);
        connection.commit();
        tidy(connection);
        return rows.count();
    }

    /** Leaves room for what an earlier call has written. */
    private long used(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var highest = statement.executeQuery("SELECT GREATEST(max(key) - " + Keys.FIRST + " + 1000, 0) FROM "
                        + schema + ".element_instance WHERE key < " + Keys.END)) {
            highest.next();
            return highest.getLong(1);
        }
    }

    private Instant start() {
        while (true) {
            double ago = days * Math.pow(world.random().nextDouble(), 1.4);
            Instant started =
                    world.now().minusMillis((long) (ago * Duration.ofDays(1).toMillis()));
            double hour = started.getEpochSecond() / 3_600.0 % HOURS_A_DAY;
            double busy = 0.25 + 0.75 * Math.max(0, Math.sin((hour - 6) / HOURS_A_DAY * 2 * Math.PI));
            if (world.random().nextDouble() < busy && !started.isBefore(from)) {
                return started;
            }
        }
    }

    /** Done as the database does it by itself for a history that grows: without it, indices alone answer nothing. */
    private void tidy(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            for (HistoryTable table : HistoryTable.values()) {
                statement.execute("VACUUM (ANALYZE) " + schema + "." + table.sqlName());
            }
        } finally {
            connection.setAutoCommit(false);
        }
    }
}
