package io.tillflow.connectors.dispatch;

/** What came of publishing a message. */
sealed interface Publication {
    record Published(long messageKey) implements Publication {}

    /** The broker knows this message id and did nothing. */
    record KnownAlready() implements Publication {}

    record Refused(String reason) implements Publication {}

    /** Certain not to have reached the broker. */
    record NotSent(String reason) implements Publication {}

    /** Nobody can tell whether the broker has it. */
    record Unknown(String reason) implements Publication {}
}
