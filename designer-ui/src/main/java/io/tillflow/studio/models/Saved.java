package io.tillflow.studio.models;

import io.tillflow.studio.lint.Finding;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What became of an attempt to save. */
public sealed interface Saved {

    /** There is a version now; the same as before when nothing had changed. */
    record Version(String modelId, int version, boolean changed) implements Saved {}

    /** Somebody saved since; nothing was written. */
    record Conflict(int newest, String author) implements Saved {}

    /** The model of that name was deleted; it can be restored, or the file saved under another name. */
    record Gone(String modelId, String by, Instant at) implements Saved {

        /** In a sentence. */
        public String words() {
            return by + " deleted the model " + modelId + " on " + at.truncatedTo(ChronoUnit.SECONDS)
                    + ": restore it first, or save under another name.";
        }
    }

    /** The file is not one that can be kept. */
    record Refused(List<Finding> findings) implements Saved {}
}
