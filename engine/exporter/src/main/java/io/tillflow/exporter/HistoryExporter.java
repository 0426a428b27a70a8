package io.tillflow.exporter;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.ExporterException;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import io.tillflow.exporter.projection.Projection;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the broker loads: takes each record's JSON and leaves the rest to the {@link Flusher}. Positions are acknowledged after
 * commit only; when neither database nor buffer can take a record, it is refused and the broker offers it again.
 */
public final class HistoryExporter implements Exporter {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Clock clock;
    private Flusher.@Nullable Destination destination;
    private @Nullable RecordBuffer buffer;
    private @Nullable Flusher flusher;
    private @Nullable RetentionSchedule retention;

    /** The constructor that the broker calls. */
    public HistoryExporter() {
        this(Clock.systemUTC());
    }

    HistoryExporter(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads the settings. Zeebe itself advances the position of an exporter that filters records; history's position then would
     * seem to lie behind it, so records are not filtered here but passed over in {@link #export}.
     */
    @Override
    public void configure(Context context) {
        ExporterSettings settings =
                ExporterSettings.of(context.getConfiguration().getArguments());
        destination = new Flusher.Destination(settings, context.getPartitionId(), clock, context.getLogger());
    }

    @Override
    public void open(Controller controller) {
        Flusher.Destination to = required(destination);
        buffer = new RecordBuffer(to.settings().bufferRecords(), to.settings().bufferBytes());
        flusher = new Flusher(
                to, buffer, controller.getLastExportedRecordPosition(), controller::updateLastExportedRecordPosition);
        flusher.start();
        retention = RetentionSchedule.start(to);
    }

    @Override
    public void export(Record<?> record) {
        if (!Projection.concerns(
                record.getRecordType().name(), record.getValueType().name())) {
            return;
        }
        Exception outage = required(flusher).outage().reason();
        if (outage instanceof HistoryRefused) {
            throw new ExporterException(outage.getMessage(), outage);
        }
        ExportedRecord copy = new ExportedRecord(record.getPosition(), record.getTimestamp(), RecordJson.of(record));
        try {
            if (!required(buffer).offer(copy, outage == null ? PATIENCE : Duration.ZERO)) {
                throw new ExporterException("expected room for record " + copy.position()
                        + ", but the buffer is full until the database takes what is in it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExporterException("interrupted while record " + copy.position() + " waited for room", e);
        }
    }

    /** False during an outage. */
    boolean isWriting() {
        return required(flusher).outage().reason() == null;
    }

    @Override
    public void close() {
        if (retention != null) {
            retention.close();
        }
        if (flusher != null) {
            flusher.close();
        }
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("expected configure and open to be called first");
        }
        return value;
    }
}
