package io.tillflow.connectors.data.exports;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a run did so far. */
final class Tally {
    private static final int NAMED = 5;

    @Nullable
    LocalDate from;

    /** Whether days are written although the book has them: the store may have lost them. */
    boolean anew;

    /** What the store was seen not to have any more. */
    Set<Piece> lost = Set.of();

    int schemaVersion;
    int days;
    int written;

    private @Nullable LocalDate lastWritten;
    private int inPieces;

    long rows;
    long bytes;
    int late;

    @Nullable
    String notice;

    /** No later than this day. */
    void lookFrom(LocalDate day) {
        if (from == null || day.isBefore(from)) {
            from = day;
        }
    }

    /** Whether it is written although it would be the same. */
    boolean wants(Piece piece) {
        return anew || lost.contains(piece);
    }

    void wrote(Piece piece, int ownRows, int ownBytes, int ownLate) {
        written += piece.day().equals(lastWritten) ? 0 : 1;
        lastWritten = piece.day();
        rows += ownRows;
        bytes += ownBytes;
        late += ownLate;
        if (piece.number() == 2 && ownRows > 0) {
            inPieces++;
            if (inPieces <= NAMED) {
                say(piece.day() + " has too many rows for one document and lies in several");
            } else if (inPieces == NAMED + 1) {
                say("so do later days");
            }
        }
    }

    void say(String more) {
        notice = notice == null ? more : notice + "; " + more;
    }
}
