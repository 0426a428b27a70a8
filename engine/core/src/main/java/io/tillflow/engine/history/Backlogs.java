package io.tillflow.engine.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is left to do per job type, and whether it grows. Tasks of people are not among it. */
public final class Backlogs {

    private final JdbcClient jdbc;

    public Backlogs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The jobs of one type.
     *
     * @param open those nobody has finished, without those that failed for good
     * @param arrived how many came in the window
     * @param done how many were finished in the window
     */
    public record Backlog(String type, long open, Optional<Instant> oldest, long arrived, long done, Duration window) {

        /** How long the open ones take at the pace of the window; empty when it does not shrink. */
        public Optional<Duration> drain() {
            long surplus = done - arrived;
            if (open == 0) {
                return Optional.of(Duration.ZERO);
            }
            return surplus <= 0
                    ? Optional.empty()
                    : Optional.of(Duration.ofMillis(Math.round(window.toMillis() * (open / (double) surplus))));
        }

        public double perMinute(long count) {
            return count * 60_000.0 / window.toMillis();
        }
    }

    /** Every type with something open or moving, the longest backlog first. */
    public List<Backlog> all(Instant now, Duration window) {
        return jdbc.sql("""
                        with left_open as (select type, count(*) as n, min(created_at) as oldest from history.job
                                            where ended_at is null and not (state = 'FAILED' and retries <= 0) group by type),
                             arrived as (select type, count(*) as n from history.job
                                          where created_at > :from and created_at <= :now group by type),
                             done as (select type, count(*) as n from history.job
                                       where ended_at > :from and ended_at <= :now and state <> 'CANCELLED' group by type)
                        select type, coalesce(o.n, 0) as open, o.oldest, coalesce(a.n, 0) as arrived, coalesce(d.n, 0) as done
                          from left_open o full join arrived a using (type) full join done d using (type)
                         where type <> :person
                         order by open desc, type
                        """)
                .param("from", Columns.parameter(now.minus(window)))
                .param("now", Columns.parameter(now))
                .param("person", OpenTasks.JOB_TYPE)
                .query((row, n) -> new Backlog(
                        row.getString("type"),
                        row.getLong("open"),
                        Columns.optionalInstant(row, "oldest"),
                        row.getLong("arrived"),
                        row.getLong("done"),
                        window))
                .list();
    }
}
