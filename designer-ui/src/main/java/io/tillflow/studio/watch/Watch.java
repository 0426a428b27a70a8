package io.tillflow.studio.watch;

import io.tillflow.engine.history.Backlogs;
import io.tillflow.engine.history.Backlogs.Backlog;
import io.tillflow.engine.history.Stall;
import io.tillflow.engine.history.Stalls;
import io.tillflow.studio.platform.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Looks for stalls and backlogs once for everybody, as reading all that is open takes longer than a page may. */
@Service
public class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Stalls stalls;
    private final Backlogs backlogs;
    private final Database database;
    private final Clock clock;
    private volatile Sight last = new Sight(List.of(), List.of(), Instant.EPOCH);

    /** What was seen, and when. */
    public record Sight(List<Stall> stalls, List<Backlog> backlogs, Instant at) {}

    Watch(Stalls stalls, Backlogs backlogs, Database database, Clock clock) {
        this.stalls = stalls;
        this.backlogs = backlogs;
        this.database = database;
        this.clock = clock;
    }

    /** What was seen last, at most a quarter of a minute ago while the database answers. */
    public Sight last() {
        return last;
    }

    /** The stalls of one instance now. */
    public List<Stall> of(long instanceKey) {
        return stalls.of(instanceKey, clock.instant());
    }

    @Scheduled(fixedDelay = 15_000, initialDelay = 5_000)
    void look() {
        if (!database.ready()) {
            return;
        }
        try {
            Instant now = clock.instant();
            last = new Sight(stalls.all(now), backlogs.all(now, WINDOW), now);
        } catch (RuntimeException failure) {
            LOG.warn("stalls and backlogs could not be looked for, trying again: {}", failure.getMessage());
        }
    }
}
