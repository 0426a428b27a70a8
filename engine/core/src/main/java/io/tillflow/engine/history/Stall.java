package io.tillflow.engine.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A step at which instances wait silently far longer than it ever takes.
 *
 * @param waiting how many stand there too long
 * @param since when the one that waits longest came there
 * @param instances some of them, the longest waiting first
 */
public record Stall(
        String processId,
        long definitionKey,
        String elementId,
        String elementType,
        long waiting,
        Instant since,
        Limit limit,
        List<Long> instances,
        Cause cause) {

    /**
     * From when on a wait is too long.
     *
     * @param samples over how many passages the step's own history was measured; 0 when there are too few and the limit is a
     *     general one
     */
    public record Limit(Duration after, Optional<Duration> median, long samples) {

        public boolean general() {
            return samples == 0;
        }
    }

    /** Kinds of likely causes. */
    public enum Why {
        /** Nobody has finished a job of this type since it came up: the worker is not there. */
        NO_WORKER,
        /** Others of this type are finished meanwhile: too few workers, or this one waits for its next try. */
        QUEUED,
        /** A worker took it and still has it. */
        HELD,
        /** A worker took it and never answered. */
        NOT_ANSWERED,
        /** A person has not done it. */
        PERSON,
        /** The message it waits for was never published for this key. */
        NEVER_PUBLISHED,
        /** The message was published, but before or after it could be heard. */
        NOT_HEARD,
        /** The time it waits for is far away. */
        TIMER,
        /** The time it waits for is over: the engine is late. */
        TIMER_OVERDUE,
        UNKNOWN
    }

    /**
     * The likely cause of the longest wait.
     *
     * @param subject the job type, worker or message
     * @param key the message's correlation key, else empty
     * @param at when such a job was last finished, when the worker's time is over, when the message was published, or the time that
     *     is waited for
     */
    public record Cause(Why why, String subject, String key, Optional<Instant> at) {

        static final Cause UNKNOWN = new Cause(Why.UNKNOWN, "", "", Optional.empty());
    }

    public Stall {
        instances = List.copyOf(instances);
    }
}
