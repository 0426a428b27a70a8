package io.tillflow.connectors.jobs;

import io.tillflow.connectors.database.SchemaMigration;
import io.tillflow.connectors.provider.HeldBack;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The one emergency stop for everything outward-facing: while it is pulled, jobs that reach a provider are held back without
 * using up tries. The shop's own pages are kept up to date meanwhile.
 */
@Component
public class OutwardSwitch {
    private static final Logger log = LoggerFactory.getLogger(OutwardSwitch.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final List<String> OWN = List.of("commerce.", "intelligence.");

    private final JdbcClient database;
    private final SchemaMigration schema;
    private final Clock clock;
    private volatile @Nullable Stop stop;

    OutwardSwitch(JdbcClient database, SchemaMigration schema, Clock clock) {
        this.database = database;
        this.schema = schema;
        this.clock = clock;
    }

    /** Why, by whom and since when nothing goes out. */
    public record Stop(String reason, String stoppedBy, Instant stoppedAt) {}

    /** Refuses a job that would reach out while the stop is pulled. */
    public void check(String jobType) {
        Stop pulled = stop;
        if (pulled != null && OWN.stream().noneMatch(jobType::startsWith)) {
            throw new HeldBack("outward effects are stopped by " + pulled.stoppedBy() + ": " + pulled.reason(), PAUSE);
        }
    }

    public Optional<Stop> pulled() {
        return Optional.ofNullable(stop);
    }

    public Stop pull(String reason, String by) {
        if (reason.isBlank() || by.isBlank()) {
            throw new IllegalArgumentException(
                    "reason and by must be given: whoever finds things stopped wants to know");
        }
        database.sql("""
                insert into connectors.outward_stop (id, reason, stopped_by, stopped_at) values (1, :reason, :by, :now)
                on conflict (id) do update set reason = excluded.reason, stopped_by = excluded.stopped_by, stopped_at = excluded.stopped_at
                """)
                .param("reason", reason)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        look();
        log.warn("outward effects are stopped by {}: {}", by, reason);
        return pulled().orElseThrow();
    }

    public void release() {
        database.sql("delete from connectors.outward_stop").update();
        look();
        log.info("outward effects go on");
    }

    /** Other processes pull it too: it is read again and again. */
    @Scheduled(fixedDelay = 500)
    void look() {
        if (!schema.done()) {
            return;
        }
        try {
            stop = database.sql("select reason, stopped_by, stopped_at from connectors.outward_stop")
                    .query(Stop.class)
                    .optional()
                    .orElse(null);
        } catch (DataAccessException | TransactionException e) {
            log.debug("the emergency stop cannot be read while the database is away", e);
        }
    }
}
