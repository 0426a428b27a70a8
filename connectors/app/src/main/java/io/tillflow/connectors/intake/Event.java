package io.tillflow.connectors.intake;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Something that happened, told once or many times.
 *
 * @param source who tells it; with {@code id} it names the event
 * @param type the name of the message it becomes
 * @param subject the order's id: the correlation key
 * @param data the message's variables, as JSON
 */
public record Event(String source, String id, String type, String subject, Instant time, String data) {
    private static final int LONGEST_WORD = 200;
    private static final int LARGEST_DATA = 100_000;
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,99}");

    public Event {
        requireWord("source", source);
        requireWord("id", id);
        requireWord("subject", subject);
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("type must be words of a-z joined by '-', was '" + shorten(type) + "'");
        }
        if (data.length() > LARGEST_DATA) {
            throw new IllegalArgumentException(
                    "data must have at most " + LARGEST_DATA + " characters, has " + data.length());
        }
    }

    private static void requireWord(String name, String value) {
        if (value.isBlank() || value.length() > LONGEST_WORD || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    name + " must have 1 to " + LONGEST_WORD + " printable characters, was '" + shorten(value) + "'");
        }
    }

    private static String shorten(String value) {
        String printable = value.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 40 ? printable : printable.substring(0, 40) + "…";
    }
}
