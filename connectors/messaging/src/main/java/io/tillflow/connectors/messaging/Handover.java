package io.tillflow.connectors.messaging;

/** What a mail server said to a letter. */
public sealed interface Handover {
    /** The server has taken it on. */
    record Accepted() implements Handover {}

    /** The server will never take it, for instance because the address does not exist. */
    record Refused(String reason) implements Handover {}
}
