package io.tillflow.studio.automations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A deployed process that messages begin, and how it does.
 *
 * @param state on, dry-run, paused or off
 * @param changedBy who set the state; "limit" when a limit did, null when nobody ever did
 * @param runsToday null while history cannot be asked
 * @param wouldHave effects that dry runs did not carry out
 */
public record Automation(
        String id,
        String name,
        int version,
        List<Trigger> triggers,
        String state,
        @Nullable String reason,
        @Nullable Instant changedAt,
        @Nullable String changedBy,
        @Nullable Long runsToday,
        long waiting,
        long unwanted,
        @Nullable Instant lastEventAt,
        long wouldHave,
        Limits limits,
        Used usedToday) {

    /**
     * A message that begins it.
     *
     * @param state what becomes of the message: the strictest state of all that it begins
     * @param alsoBegins the other processes that it begins
     */
    public record Trigger(String message, String state, List<String> alsoBegins) {}

    /** What it did today: messages, and money in minor units by currency. */
    public record Used(long messages, Map<String, Long> spend) {}

    /** How much it may do a day; null where there is no limit. */
    public record Limits(
            @Nullable Integer messagesPerDay,
            @Nullable Long spendPerDay,
            @Nullable String currency) {}

    /** An effect that a dry run did not carry out. */
    public record WouldHave(
            long seq,
            long processInstanceKey,
            String elementId,
            String jobType,
            String action,
            Map<String, @Nullable Object> inputs,
            Instant at) {}

    /** An event of the inbox. */
    public record Event(
            long seq, String id, String type, String subject, String state, String explanation, Instant receivedAt) {}

    boolean stoppedByLimit() {
        return Objects.equals(changedBy, "limit") && state.equals("paused");
    }

    /** A trigger that others decide about more strictly than this automation itself. */
    List<Trigger> overruled() {
        return triggers.stream().filter(it -> !it.state().equals(state)).toList();
    }
}
