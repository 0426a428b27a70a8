package io.tillflow.exporter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Whether history can be written right now, and why not; says so in the log once and then now and again. */
final class Outage {

    private static final Duration REMINDER = Duration.ofSeconds(30);

    private final Logger log;
    private final Clock clock;
    private volatile @Nullable Exception reason;
    private Instant since = Instant.EPOCH;
    private Instant lastSaid = Instant.EPOCH;

    Outage(Logger log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Nullable
    Exception reason() {
        return reason;
    }

    void because(Exception e) {
        Instant now = clock.instant();
        if (reason == null) {
            since = now;
            lastSaid = Instant.EPOCH;
        }
        reason = e;
        if (now.isAfter(lastSaid.plus(REMINDER))) {
            lastSaid = now;
            if (e instanceof HistoryRefused) {
                log.error("History is not written, and Zeebe keeps its records: {}", e.getMessage());
            } else {
                log.warn("History cannot be written since {}; nothing is lost, trying again", since, e);
            }
        }
    }

    void over() {
        if (reason != null) {
            reason = null;
            log.info("History is written again, after {}", Duration.between(since, clock.instant()));
        }
    }
}
