package io.tillflow.connectors.data.analytics;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param subject whom or what it is about: an id, never a name or address
 */
public record CountedEvent(String name, String subject, Instant at, Map<String, @Nullable Object> properties) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_ .-]{0,79}");
    private static final int MOST = 30;

    public CountedEvent {
        mustBeName(name);
        if (subject.isBlank() || subject.length() > 200 || subject.contains("@")) {
            throw new IllegalArgumentException(
                    "expected the subject to be an id of at most 200 characters that is no address, but it is not");
        }
        if (properties.size() > MOST) {
            throw new IllegalArgumentException(
                    "expected at most " + MOST + " properties, but there are " + properties.size());
        }
        properties = new HashMap<>(properties);
    }

    static void mustBeName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "expected an event's name like order-confirmed, of small letters, digits and . _ -, but got '"
                            + name + "'");
        }
    }
}
