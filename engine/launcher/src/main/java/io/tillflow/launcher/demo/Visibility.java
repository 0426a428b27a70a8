package io.tillflow.launcher.demo;

import io.tillflow.launcher.suite.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * How long after the broker did something a reader of history sees it: asks for new rows again and again and compares the
 * broker's time of each with the clock. Keys of one partition rise, so this holds for a broker with one.
 */
final class Visibility implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private final Connection connection;
    private final Clock clock;
    private final List<Long> millis = new ArrayList<>();
    private final Thread watcher;
    private volatile boolean watching = true;

    private Visibility(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
        this.watcher = Thread.ofPlatform().name("visibility").unstarted(this::watch);
    }

    static Visibility watching(Database database, Clock clock) throws SQLException {
        Visibility visibility = new Visibility(database.connect(), clock);
        visibility.watcher.start();
        return visibility;
    }

    private void watch() {
        try (PreparedStatement newest = connection.prepareStatement("select max(key) from history.element_instance");
                PreparedStatement next = connection.prepareStatement(
                        "select key, started_at from history.element_instance where key > ? order by key")) {
            long seen = 0;
            try (ResultSet row = newest.executeQuery()) {
                seen = row.next() ? row.getLong(1) : 0;
            }
            while (watching) {
                seen = look(next, seen);
                LockSupport.parkNanos(BETWEEN.toNanos());
            }
        } catch (SQLException away) {
            throw new IllegalStateException("history cannot be read: " + away.getMessage(), away);
        }
    }

    private long look(PreparedStatement next, long seen) throws SQLException {
        next.setLong(1, seen);
        long last = seen;
        try (ResultSet row = next.executeQuery()) {
            long now = clock.millis();
            while (row.next()) {
                last = row.getLong(1);
                millis.add(Math.max(0, now - row.getTimestamp(2).getTime()));
            }
        }
        return last;
    }

    /** Sorted, of every element that was begun meanwhile; ends the watching. */
    List<Long> end() throws InterruptedException {
        watching = false;
        watcher.join();
        return millis.stream().sorted().toList();
    }

    @Override
    public void close() throws SQLException {
        watching = false;
        connection.close();
    }
}
