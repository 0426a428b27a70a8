package io.tillflow.connectors.automations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The days that limits are for; they begin at midnight where the shop is. */
@Component
public final class Days {
    private final Clock clock;
    private final ZoneId zone;

    @Autowired
    Days(Clock clock, @Value("${tillflow.zone:}") String zone) {
        this(clock, zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone));
    }

    public Days(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    public Instant midnight() {
        return today().atStartOfDay(zone).toInstant();
    }

    Instant now() {
        return clock.instant();
    }

    public ZoneId zone() {
        return zone;
    }
}
