package io.tillflow.connectors.messaging;

import io.tillflow.connectors.provider.EffectKey;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * A short text for a phone or a chat.
 *
 * @param messageId the same for every try at the same message
 * @param to a phone number like +4915112345678, or the address of a chat, which may be a secret's placeholder
 */
public record ShortMessage(String messageId, String to, String text) {
    private static final int LONGEST = 1_600;

    public ShortMessage {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "expected a text of 1 to " + LONGEST + " characters, but it has " + text.length());
        }
    }

    public static ShortMessage of(EffectKey key, String to, String text) {
        return new ShortMessage(idOf(key), to, text);
    }

    static String idOf(EffectKey key) {
        return "<" + UUID.nameUUIDFromBytes(key.value().getBytes(StandardCharsets.UTF_8)) + "@tillflow>";
    }

    /** Neither number nor text belongs into a log. */
    @Override
    public String toString() {
        return "ShortMessage[" + messageId + "]";
    }
}
