package io.tillflow.studio.repair;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The same command for many instances, and how far it has come. */
public record Batch(
        String id,
        Kind kind,
        String filter,
        String actor,
        State state,
        int total,
        Progress progress,
        Instant orderedAt,
        @Nullable Instant endedAt) {

    /** What is done to each. */
    public enum Kind {
        RETRY,
        SET_VARIABLES,
        CANCEL,
        MOVE,
        /** To another version of its process. */
        MIGRATE,
        DELETE
    }

    /** Whether it goes on. */
    public enum State {
        RUNNING,
        PAUSED,
        CANCELLED,
        DONE
    }

    /** How many instances came to which result. */
    public record Progress(int pending, int done, int nothingToDo, int refused, int cancelled) {}

    /** What became of one instance. */
    public record Item(
            String instanceKey,
            String state,
            @Nullable String detail,
            @Nullable Instant at) {}
}
