package io.tillflow.exporter;

import io.tillflow.exporter.store.HistorySchema;
import io.tillflow.exporter.store.Retention;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Once an hour deletes what is older than the settings allow, beside the thread that writes. */
final class RetentionSchedule implements AutoCloseable {

    private final Flusher.Destination destination;
    private final ScheduledExecutorService executor;

    private RetentionSchedule(Flusher.Destination destination) {
        this.destination = destination;
        this.executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("history-retention").factory());
    }

    /** Starts it, unless everything is to be kept. */
    static @Nullable RetentionSchedule start(Flusher.Destination destination) {
        if (destination.settings().retention().isZero()) {
            return null;
        }
        RetentionSchedule schedule = new RetentionSchedule(destination);
        var unused = schedule.executor.scheduleWithFixedDelay(schedule::prune, 1, 60, TimeUnit.MINUTES);
        return schedule;
    }

    private void prune() {
        ExporterSettings settings = destination.settings();
        try (Connection connection = settings.database().connectForLongWork("tillflow-retention")) {
            new Retention(HistorySchema.HISTORY, destination.partition())
                    .prune(connection, destination.clock().instant().minus(settings.retention()));
        } catch (SQLException | RuntimeException e) {
            destination.log().warn("Old history could not be deleted; the next try is in an hour", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
