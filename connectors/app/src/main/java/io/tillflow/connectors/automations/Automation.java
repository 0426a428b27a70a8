package io.tillflow.connectors.automations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deployed process that messages begin, and how it does.
 *
 * @param id of the process
 * @param changedBy who set the state; "limit" when a limit did, null when nobody ever did
 * @param runsToday instances begun today; null while history cannot be asked
 * @param waiting events that wait because it is paused
 * @param unwanted events that came while it was off
 * @param wouldHave effects that dry runs did not carry out
 */
public record Automation(
        String id,
        String name,
        int version,
        List<Trigger> triggers,
        AutomationState state,
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
    public record Trigger(String message, AutomationState state, List<String> alsoBegins) {}

    /** What it did today: messages, and money in minor units by currency. */
    public record Used(long messages, Map<String, Long> spend) {}
}
