package io.tillflow.connectors.data.analytics;

import java.time.Instant;

/** How often did it happen in a time, the end of which does not belong to it? */
public record EventQuestion(String name, Instant from, Instant to) {
    public EventQuestion {
        CountedEvent.mustBeName(name);
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "expected a time that begins before it ends, but it is " + from + " to " + to);
        }
    }
}
