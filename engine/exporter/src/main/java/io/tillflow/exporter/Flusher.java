package io.tillflow.exporter;

import io.tillflow.exporter.archive.ArchiveWriter;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** The thread that writes: a batch is written until it is stored, however often the database goes away meanwhile. */
final class Flusher implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final ExporterSettings settings;
    private final int partition;
    private final RecordBuffer buffer;
    private final LongConsumer acknowledge;
    private final Clock clock;
    private final Outage outage;
    private final Thread thread;
    private long acknowledged;
    private volatile boolean closed;
    private @Nullable HistorySession session;
    private @Nullable ArchiveWriter archive;

    /**
     * Prepares the thread.
     *
     * @param acknowledged what Zeebe was told is written
     * @param acknowledge tells Zeebe the next such position
     */
    Flusher(Destination destination, RecordBuffer buffer, long acknowledged, LongConsumer acknowledge) {
        this.settings = destination.settings();
        this.partition = destination.partition();
        this.clock = destination.clock();
        this.outage = new Outage(destination.log(), clock);
        this.buffer = buffer;
        this.acknowledged = acknowledged;
        this.acknowledge = acknowledge;
        this.thread = new Thread(this::run, "history-exporter-" + partition);
        thread.setDaemon(true);
    }

    /** Where a partition's records go. */
    record Destination(ExporterSettings settings, int partition, Clock clock, Logger log) {}

    void start() {
        thread.start();
    }

    Outage outage() {
        return outage;
    }

    private void run() {
        try {
            untilItWorks(this::openSession);
            List<ExportedRecord> batch = nextBatch();
            while (!batch.isEmpty()) {
                List<ExportedRecord> records = batch;
                untilItWorks(() -> write(records));
                batch = nextBatch();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            closeSession();
            closeArchive();
        }
    }

    private List<ExportedRecord> nextBatch() throws InterruptedException {
        return buffer.take(settings.batchRecords(), settings.flushInterval());
    }

    private void untilItWorks(Step step) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                step.run();
                outage.over();
                return;
            } catch (SQLException | IOException | RuntimeException e) {
                outage.because(e);
                closeSession();
            }
            if (closed) {
                throw new InterruptedException();
            }
            buffer.awaitClose(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void write(List<ExportedRecord> batch) throws SQLException, IOException {
        HistorySession open = openSession();
        ArchiveWriter files = archive;
        if (files == null) {
            files = new ArchiveWriter(settings.archive(), partition, open.storedPosition(), clock);
            archive = files;
        }
        open.write(batch, files);
        acknowledged = batch.getLast().position();
        acknowledge.accept(acknowledged);
    }

    private HistorySession openSession() throws SQLException {
        HistorySession open = session;
        if (open == null) {
            open = HistorySession.open(settings.database(), partition, acknowledged);
            session = open;
        }
        return open;
    }

    private void closeSession() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    private void closeArchive() {
        try {
            if (archive != null) {
                archive.close();
            }
        } catch (IOException e) {
            outage.because(e);
        }
    }

    /** Writes what has been taken if the database lets it; what stays unwritten Zeebe will export again. */
    @Override
    public void close() {
        closed = true;
        buffer.close();
        try {
            if (!thread.join(LAST_WORDS)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Something that the database or the disk may refuse. */
    private interface Step {
        void run() throws SQLException, IOException;
    }
}
