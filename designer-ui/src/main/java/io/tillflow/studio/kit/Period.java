package io.tillflow.studio.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What period figures are about; they are compared with the same stretch of time before it. */
public enum Period {
    TODAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(30));

    private final Duration cycle;

    Period(Duration cycle) {
        this.cycle = cycle;
    }

    /** How long ago it was the same time of the period before. */
    public Duration cycle() {
        return cycle;
    }

    /** When it began, to somebody of that zone. */
    public Instant from(Instant now, ZoneId zone) {
        if (this != TODAY) {
            return now.minus(cycle);
        }
        Instant midnight = now.atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant();
        // soon after midnight "today" would be an empty page
        Instant hourAgo = now.minus(Duration.ofHours(1));
        return midnight.isBefore(hourAgo) ? midnight : hourAgo;
    }
}
