package io.tillflow.connectors.messaging;

/**
 * A letter ready to go.
 *
 * @param messageId what the receiver's server knows it by; the same for every try at the same letter
 */
public record Email(String messageId, String to, String subject, String text, String html) {
    @Override
    public String toString() {
        return "Email[" + messageId + "]";
    }
}
