package io.tillflow.connectors.data.exports;

import io.tillflow.connectors.data.exports.ExportBook.Export;
import io.tillflow.connectors.data.exports.StoreWatch.Seen;
import io.tillflow.connectors.data.files.Checksum;
import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.files.FileStore;
import io.tillflow.connectors.provider.HeldBack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings an export up to date: a document a day, from the last days on that are written, since rows come late. A day whose
 * rows are as they were is left alone, unless the store lost it; a run that dies goes on where it was.
 */
public final class Exporter {
    /** How many days before the last one are looked at again. */
    static final int LOOK_BACK = 7;

    private static final Logger log = LoggerFactory.getLogger(Exporter.class);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final int LARGEST = 16_000_000;

    private final ExportBook book;
    private final ReportingRows source;
    private final FileStore store;
    private final StoreWatch watch;
    private final Clock clock;

    public Exporter(ExportBook book, ReportingRows source, FileStore store, Clock clock) {
        this.book = book;
        this.source = source;
        this.store = store;
        this.watch = new StoreWatch(book, store);
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
            Seen seen = watch.look(id, export);
            write(id, export, tally(export, from, seen), LocalDate.ofInstant(watermark, ZoneOffset.UTC));
            book.remember(export, seen.mark());
            book.end(id, watermark, null);
        } catch (RuntimeException e) {
            book.end(id, null, String.valueOf(e.getMessage()));
            throw e;
        }
        return book.run(id).orElseThrow();
    }

    private Tally tally(Export export, @Nullable LocalDate from, Seen seen) {
        Tally tally = new Tally();
        tally.anew = from != null;
        tally.lost = seen.lost();
        if (seen.notice() != null) {
            log.warn("exporting {}: {}", export.dataset().id(), seen.notice());
            tally.say(seen.notice());
        }
        tally.from = usual(export);
        if (from != null) {
            tally.lookFrom(from);
        }
        seen.lost().forEach(piece -> tally.lookFrom(piece.day()));
        return tally;
    }

    /** Null when nothing was ever written, and nothing is there. */
    private @Nullable LocalDate usual(Export export) {
        return book.lastDay(export)
                .map(day -> day.minusDays(LOOK_BACK))
                .or(() -> source.firstDay(export.dataset()))
                .orElse(null);
    }

    private void write(String id, Export export, Tally tally, LocalDate today) {
        book.note(id, tally);
        if (tally.from == null) {
            return;
        }
        List<Piece> before = new ArrayList<>(book.pieces(export, tally.from, tally.anew || !tally.lost.isEmpty()));
        source.read(export, tally.from, today, (columns, piece, content, rows) -> {
            before.remove(piece);
            keep(
                    id,
                    export,
                    tally,
                    new Written(columns, piece, content, rows, !piece.day().isBefore(today)));
        });
        List<Column> columns = source.columns(export.dataset());
        for (Piece empty : before) {
            byte[] nothing = export.format().begin(columns).end();
            keep(
                    id,
                    export,
                    tally,
                    new Written(columns, empty, nothing, 0, !empty.day().isBefore(today)));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
    private record Written(List<Column> columns, Piece piece, byte[] content, int rows, boolean open) {}

    private void keep(String id, Export export, Tally tally, Written now) {
        Piece piece = now.piece();
        if (now.content().length > LARGEST) {
            throw new IllegalStateException("expected a document of at most " + LARGEST + " bytes, but " + piece.day()
                    + " of " + export.dataset().id() + " has " + now.content().length);
        }
        if (tally.schemaVersion == 0) {
            tally.schemaVersion = book.schemaVersion(export.dataset(), Column.schema(now.columns()));
        }
        tally.days += piece.number() == 1 ? 1 : 0;
        String checksum = Checksum.of(now.content());
        Optional<Part> last = book.part(export, piece);
        if (tally.wants(piece) || last.isEmpty() || !last.get().isSame(tally.schemaVersion, checksum, now.open())) {
            FilePath path = piece.path(export, tally.schemaVersion);
            store.replace(path, now.content());
            int late = last.filter(part -> !part.open())
                    .map(part -> Math.max(0, now.rows() - part.rows()))
                    .orElse(0);
            book.keep(
                    export,
                    new Part(
                            piece.day(),
                            piece.number(),
                            path.value(),
                            tally.schemaVersion,
                            now.rows(),
                            now.content().length,
                            checksum,
                            now.open(),
                            last.map(Part::revision).orElse(0) + 1,
                            last.map(Part::late).orElse(0) + late,
                            clock.instant()));
            tally.wrote(piece, now.rows(), now.content().length, late);
        }
        book.note(id, tally);
    }
}
