package io.tillflow.connectors.data.exports;

import io.tillflow.connectors.data.exports.ExportBook.Export;
import io.tillflow.connectors.data.files.Checksum;
import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.files.FileStore;
import io.tillflow.connectors.provider.HeldBack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings an export up to date: a document a day, from the last days on that are written, since rows come late. A day whose
 * rows are as they were is left alone; a run that dies goes on where it was.
 */
public final class Exporter {
    /** How many days before the last one are looked at again. */
    static final int LOOK_BACK = 7;

    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final int LARGEST_DAY = 16_000_000;

    private final ExportBook book;
    private final ReportingRows source;
    private final FileStore store;
    private final Clock clock;

    public Exporter(ExportBook book, ReportingRows source, FileStore store, Clock clock) {
        this.book = book;
        this.source = source;
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param id the run's own: repeating one that is done answers what it did
     * @param from every day from this one on is written again, whatever the book says of it, and so is what would be looked at
     *     without it: no day is left out; null for what is new, and the days just before
     */
    public ExportRun run(String id, Export export, @Nullable LocalDate from, String by) {
        Optional<ExportRun> known = book.run(id);
        if (known.isPresent() && known.get().state().equals("DONE")) {
            return known.get();
        }
        begin(id, export, by);
        return go(id, export, from);
    }

    /** Whoever answers somebody who waits begins here, so that the id is one of a run. */
    public void begin(String id, Export export, String by) {
        if (!book.begin(id, export, by)) {
            throw new HeldBack(
                    "expected no other run of " + export.dataset().id() + " as "
                            + export.format().id() + ", but one is under way",
                    PAUSE);
        }
    }

    /** What {@link #begin} began. */
    public ExportRun go(String id, Export export, @Nullable LocalDate from) {
        try {
            Instant watermark = clock.instant();
            write(id, export, from, LocalDate.ofInstant(watermark, ZoneOffset.UTC));
            book.end(id, watermark, null);
        } catch (RuntimeException e) {
            book.end(id, null, String.valueOf(e.getMessage()));
            throw e;
        }
        return book.run(id).orElseThrow();
    }

    private void write(String id, Export export, @Nullable LocalDate from, LocalDate today) {
        Tally tally = new Tally();
        tally.anew = from != null;
        tally.from = book.lastDay(export)
                .map(day -> day.minusDays(LOOK_BACK))
                .or(() -> source.firstDay(export.dataset()))
                .map(usual -> from != null && from.isBefore(usual) ? from : usual)
                .orElse(from);
        if (tally.from == null) {
            return;
        }
        List<LocalDate> before = new java.util.ArrayList<>(book.days(export, tally.from, tally.anew));
        source.read(export, tally.from, today, (columns, day, content, rows) -> {
            before.remove(day);
            keep(id, export, tally, new Day(columns, day, content, rows, !day.isBefore(today)));
        });
        List<Column> columns = source.columns(export.dataset());
        for (LocalDate empty : before) {
            byte[] nothing = export.format().begin(columns).end();
            keep(id, export, tally, new Day(columns, empty, nothing, 0, !empty.isBefore(today)));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
    private record Day(List<Column> columns, LocalDate day, byte[] content, int rows, boolean open) {}

    private void keep(String id, Export export, Tally tally, Day day) {
        if (day.content().length > LARGEST_DAY) {
            throw new IllegalStateException("expected a day of at most " + LARGEST_DAY + " bytes, but " + day.day()
                    + " of " + export.dataset().id() + " has " + day.content().length);
        }
        if (tally.schemaVersion == 0) {
            tally.schemaVersion = book.schemaVersion(export.dataset(), Column.schema(day.columns()));
        }
        tally.days++;
        String checksum = Checksum.of(day.content());
        Optional<Part> last = book.part(export, day.day());
        if (tally.anew || last.isEmpty() || !last.get().isSame(tally.schemaVersion, checksum, day.open())) {
            FilePath path = path(export, tally.schemaVersion, day.day());
            store.replace(path, day.content());
            int late = last.filter(part -> !part.open())
                    .map(part -> Math.max(0, day.rows() - part.rows()))
                    .orElse(0);
            book.keep(
                    export,
                    new Part(
                            day.day(),
                            path.value(),
                            tally.schemaVersion,
                            day.rows(),
                            day.content().length,
                            checksum,
                            day.open(),
                            last.map(Part::revision).orElse(0) + 1,
                            last.map(Part::late).orElse(0) + late,
                            clock.instant()));
            tally.written++;
            tally.rows += day.rows();
            tally.bytes += day.content().length;
            tally.late += late;
        }
        book.note(id, tally);
    }

    /** As data lakes like it: a folder a schema and a day. */
    private static FilePath path(Export export, int schemaVersion, LocalDate day) {
        return new FilePath("exports/" + export.dataset().id() + "/v" + schemaVersion + "/day=" + day + "/"
                + export.dataset().id() + "." + export.format().id());
    }
}
