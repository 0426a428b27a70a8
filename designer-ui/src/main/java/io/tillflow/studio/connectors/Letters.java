package io.tillflow.studio.connectors;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Letters that can be sent, and addresses that none goes to. */
final class Letters {
    private Letters() {}

    /**
     * A letter that can be sent.
     *
     * @param facts what it names beside the shop
     * @param stoppable whether its reader can stop letters of its kind with one click
     */
    record Template(String name, List<String> languages, List<String> facts, boolean stoppable) {}

    record Templates(List<Template> items) {}

    /** One as a shopper would get it, with made-up facts. */
    record Preview(String subject, String text, String html) {}

    /**
     * An address that no letter goes to.
     *
     * @param shown the address with most of its name left out
     * @param cause REFUSED by a mail server, or BY_HAND
     */
    record Suppressed(long seq, String shown, String cause, String reason, Instant addedAt, String addedBy) {}

    record SuppressionList(List<Suppressed> items, @Nullable String next) {}
}
