package io.tillflow.connectors.messaging;

/** What a mail server said to a letter. */
public sealed interface Handover {
    /** The server has taken it on. */
    record Accepted() implements Handover {}

    /**
     * The server will never take it.
     *
     * @param address whether it said so of the address: there is no such mailbox, and nothing else will get there
     */
    record Refused(String reason, boolean address) implements Handover {
        /** For another reason than the address. */
        public Refused(String reason) {
            this(reason, false);
        }
    }

    /** It was not even tried: the address is on the suppression list. */
    record Withheld(String reason) implements Handover {}
}
