package io.tillflow.connectors.byhand;

import io.tillflow.processes.CancellationReason;
import org.jspecify.annotations.Nullable;

/**
 * What came of an act.
 *
 * @param says what was done, in a few words; empty when the automation does it
 * @param callOff why the order can only be called off, if so; the shop does that
 */
record Outcome(Way way, String says, @Nullable String callOff) {
    static final Outcome AUTOMATION = new Outcome(Way.AUTOMATION, "", null);

    /** Who does it. */
    enum Way {
        /** An instance that runs has the message and goes on from there. */
        AUTOMATION,
        /** It is done: by this act or, under the same key, before it. */
        HAND,
        /** It cannot be. */
        REFUSED
    }

    static Outcome done(String says) {
        return new Outcome(Way.HAND, says, null);
    }

    /** The order is locked for shipping by now and its money held, so it is no mere refusal. */
    static Outcome undeliverable(String why) {
        return new Outcome(Way.REFUSED, why, CancellationReason.ADDRESS_UNDELIVERABLE);
    }
}
