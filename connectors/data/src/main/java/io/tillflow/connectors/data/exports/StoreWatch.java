package io.tillflow.connectors.data.exports;

import io.tillflow.connectors.data.exports.ExportBook.Export;
import io.tillflow.connectors.data.files.Expected;
import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.files.FileStore;
import io.tillflow.connectors.data.files.WriteResult;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether the store still has what was exported to it. It is known again by a mark it carries; the documents of the last days
 * are looked at before each run, and some older ones in turn. Where one is missing, or the store is another, all are.
 */
final class StoreWatch {
    static final FilePath MARK = new FilePath("exports/_store");

    private static final int LARGEST_MARK = 100;
    private static final int DAYS = Exporter.LOOK_BACK;
    private static final int OLDER_AT_ONCE = 100;
    private static final int NAMED = 5;

    private final ExportBook book;
    private final FileStore store;

    StoreWatch(ExportBook book, FileStore store) {
        this.book = book;
        this.store = store;
    }

    /**
     * @param mark to be remembered once the store has everything
     * @param notice what was found, as a sentence; null when all is as it should be
     */
    record Seen(String mark, Set<Piece> lost, @Nullable String notice) {}

    Seen look(String run, Export export) {
        String mark = mark();
        Optional<String> known = book.mark(export);
        boolean another = known.isPresent() && !known.get().equals(mark);
        List<Part> parts = List.of();
        Set<Piece> lost = Set.of();
        if (known.isPresent() && !another) {
            parts = book.toLookAt(export, DAYS, OLDER_AT_ONCE);
            lost = lost(run, export, parts);
        }
        if (known.isEmpty() || another || !lost.isEmpty()) {
            parts = book.parts(export, Integer.MAX_VALUE);
            lost = lost(run, export, parts);
        }
        return new Seen(mark, lost, notice(another, lost, parts.size()));
    }

    private Set<Piece> lost(String run, Export export, List<Part> parts) {
        Set<Piece> lost = new HashSet<>();
        for (Part part : parts) {
            boolean held = store.holds(new FilePath(part.path()), part.bytes(), part.checksum());
            if (!held) {
                lost.add(new Piece(part.day(), part.piece()));
            }
            book.lookedAt(run, export, part, held);
        }
        return lost;
    }

    private static @Nullable String notice(boolean another, Set<Piece> lost, int all) {
        if (another) {
            return lost.isEmpty()
                    ? "the store of documents is another one than before, and has every document as it was written"
                    : "the store of documents is another one than before: " + lost.size() + " of " + all
                            + " documents were not in it as they were written, and are written again";
        }
        return lost.isEmpty()
                ? null
                : lost.size() + " of " + all
                        + " documents were gone or not as they were written, and are written again: " + days(lost);
    }

    private static String days(Set<Piece> lost) {
        List<String> days = lost.stream()
                .map(piece -> piece.day().toString())
                .distinct()
                .sorted()
                .toList();
        String named = days.stream().limit(NAMED).collect(Collectors.joining(", "));
        return days.size() > NAMED ? named + " and " + (days.size() - NAMED) + " days more" : named;
    }

    /** Of whoever writes it at the same time, the first one's counts. */
    private String mark() {
        return read().orElseGet(() -> {
            String own = UUID.randomUUID().toString();
            WriteResult written =
                    store.write(MARK, (own + "\n").getBytes(StandardCharsets.UTF_8), new Expected.Nothing());
            return written instanceof WriteResult.Written ? own : read().orElse(own);
        });
    }

    private Optional<String> read() {
        return store.read(MARK, LARGEST_MARK).map(file -> new String(file.content(), StandardCharsets.UTF_8).strip());
    }
}
