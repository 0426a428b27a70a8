package io.tillflow.connectors.byhand;

/**
 * What came of an act.
 *
 * @param says what was done, in a few words; empty when the automation does it
 */
record Outcome(Way way, String says) {
    static final Outcome AUTOMATION = new Outcome(Way.AUTOMATION, "");

    /** Who does it. */
    enum Way {
        /** An instance that runs has the message and goes on from there. */
        AUTOMATION,
        /** It is done: by this act or, under the same key, before it. */
        HAND
    }

    static Outcome done(String says) {
        return new Outcome(Way.HAND, says);
    }
}
