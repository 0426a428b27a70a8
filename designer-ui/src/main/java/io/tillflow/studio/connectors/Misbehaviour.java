package io.tillflow.studio.connectors;

import io.tillflow.studio.connectors.Rehearsal.Fault;

/** The failures worth rehearsing, one click each. */
enum Misbehaviour {
    NONE,
    OUTAGE,
    SLOW,
    BUSY,
    LOST_ANSWERS,
    MUDDLED_NEWS;

    /** What a sandbox provider has to be told for it. */
    Fault of(String provider) {
        return switch (this) {
            case NONE -> new Fault(provider, 0, 0, 0, 0, 1, 0, 0);
            case OUTAGE -> new Fault(provider, 0, 1, 0, 0, 1, 0, 0);
            case SLOW -> new Fault(provider, 5_000, 0, 0, 0, 1, 0, 0);
            case BUSY -> new Fault(provider, 0, 0, 0, 0, 1, 0, 0.7);
            case LOST_ANSWERS -> new Fault(provider, 0, 0, 0.5, 0, 1, 0, 0);
            case MUDDLED_NEWS -> new Fault(provider, 0, 0, 0, 2_000, 3, 10_000, 0);
        };
    }
}
