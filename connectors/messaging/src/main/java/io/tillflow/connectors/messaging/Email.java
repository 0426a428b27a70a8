package io.tillflow.connectors.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A letter ready to go.
 *
 * @param messageId what the receiver's server knows it by; the same for every try at the same letter
 * @param stopUrl where the receiver's mail program stops letters of this kind with one click (RFC 8058); null when they go on
 */
public record Email(
        String messageId,
        String to,
        String subject,
        String text,
        String html,
        @Nullable String stopUrl) {
    /** A letter that one cannot stop. */
    public Email(String messageId, String to, String subject, String text, String html) {
        this(messageId, to, subject, text, html, null);
    }

    @Override
    public String toString() {
        return "Email[" + messageId + "]";
    }
}
