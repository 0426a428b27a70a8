package io.tillflow.connectors.automations;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What becomes of the events that begin a process; from the most to the least that happens. */
public enum AutomationState {
    /** They begin instances that act. */
    ON,
    /** They begin instances that decide and record, but do not act. */
    DRY_RUN,
    /** They wait in the inbox. */
    PAUSED,
    /** They are kept as not wanted. */
    OFF;

    /** As APIs say it: {@code dry-run}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static AutomationState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "state must be one of on, dry-run, paused and off, was '" + word + "'"));
    }

    static AutomationState of(int strictness) {
        return values()[strictness];
    }
}
