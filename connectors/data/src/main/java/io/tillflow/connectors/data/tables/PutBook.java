package io.tillflow.connectors.data.tables;

import io.tillflow.connectors.data.files.FilePath;
import io.tillflow.connectors.data.tables.TableResult.Put;
import java.time.Instant;
import java.util.Optional;

/** Remembers what puts of rows came to, so that a repeat hears what it would have heard at first. */
public interface PutBook {
    /**
     * One effect on one row.
     *
     * @param effect whose repeat is the same again
     * @param key the value of the row's key column
     */
    record RowEffect(String effect, FilePath path, String key) {}

    Optional<Put> answer(RowEffect of);

    /** The time as the book has it. */
    Instant now();

    /**
     * A try is about to add the row, which is not there; it may die at any moment.
     *
     * @param began when it had not looked for the row yet: what others add from then on may be what is there later
     */
    void open(RowEffect of, Instant began);

    /** A try knows that it added nothing. */
    void withdraw(RowEffect of);

    /**
     * The answer, now that the row is there. The first one counts, whichever try gave it; and of effects at the same time one
     * added the row: one whose try did, or may have and told nobody.
     *
     * @param stored whether this try added it
     */
    Put settle(RowEffect of, boolean stored, int rows, String checksum);
}
