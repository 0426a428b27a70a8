package io.tillflow.engine.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears of changes in history as the exporter commits them, on a connection of its own. When the database goes away it
 * reconnects with growing pauses, and then says that anything may have changed.
 */
public final class HistoryListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryListener.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int POLL_MS = 5_000;

    /** Opens a connection outside any pool: listening holds it for as long as it lives. */
    @FunctionalInterface
    public interface Connections {
        Connection open() throws SQLException;
    }

    private final Connections connections;
    private final List<Consumer<HistoryChange>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Connection current;
    private volatile boolean connected;

    public HistoryListener(Connections connections) {
        this.connections = connections;
        this.thread = Thread.ofPlatform().name("history-listener").daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Registers a callback, called on the listener's thread; it must return quickly. The handle unregisters it. */
    public AutoCloseable subscribe(Consumer<HistoryChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Whether changes arrive at the moment. */
    public boolean connected() {
        return connected;
    }

    @Override
    public void close() throws SQLException {
        closed.countDown();
        @Nullable Connection open = current;
        if (open != null) {
            open.close();
        }
        thread.interrupt();
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (closed.getCount() > 0) {
            try (Connection connection = connections.open()) {
                current = connection;
                try (Statement statement = connection.createStatement()) {
                    statement.execute("listen history");
                }
                connected = true;
                pause = FIRST_PAUSE;
                tell(HistoryChange.EVERYTHING);
                hear(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                if (connected) {
                    LOG.warn("History is not heard, trying again: {}", e.getMessage());
                }
            } finally {
                connected = false;
                current = null;
            }
            pause = rest(pause);
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        while (closed.getCount() > 0) {
            PGNotification @Nullable [] heard = connection.getNotifications(POLL_MS);
            if (heard == null || heard.length == 0) {
                assertAlive(connection);
            } else {
                tell(merged(heard));
            }
        }
    }

    private static void assertAlive(PGConnection connection) throws SQLException {
        if (!((Connection) connection).isValid(2)) {
            throw new SQLException("the listening connection is dead");
        }
    }

    private static HistoryChange merged(PGNotification[] heard) {
        Set<Long> keys = new HashSet<>();
        for (PGNotification notification : heard) {
            HistoryChange change = parse(notification.getParameter());
            if (change.everything()) {
                return HistoryChange.EVERYTHING;
            }
            keys.addAll(change.instanceKeys());
        }
        return new HistoryChange(keys, false);
    }

    static HistoryChange parse(String payload) {
        if (!payload.startsWith("[")) {
            return HistoryChange.EVERYTHING;
        }
        try {
            return new HistoryChange(new HashSet<>(List.of(JSON.readValue(payload, Long[].class))), false);
        } catch (JacksonException | NullPointerException e) {
            LOG.warn(
                    "expected an array of keys from history, but got {} characters of something else",
                    payload.length());
            return HistoryChange.EVERYTHING;
        }
    }

    private void tell(HistoryChange change) {
        for (Consumer<HistoryChange> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                LOG.warn("A listener to history failed", e);
            }
        }
    }

    private Duration rest(Duration pause) {
        try {
            boolean done = closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            Duration next = pause.multipliedBy(2);
            return done || next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
            return pause;
        }
    }
}
