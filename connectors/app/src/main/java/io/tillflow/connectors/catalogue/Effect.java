package io.tillflow.connectors.catalogue;

import java.util.Locale;

/** What keeps an action's effect from happening twice. */
public enum Effect {
    /** Only asks. */
    READS,
    /** The provider knows a repeat by its key. */
    KEYED,
    /** Asked first whether it happened already. */
    LOOK_UP_FIRST,
    /** Written down before it is tried; an unknown outcome waits for a person. */
    AT_MOST_ONCE;

    /** As the command line says it: {@code look-up-first}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
