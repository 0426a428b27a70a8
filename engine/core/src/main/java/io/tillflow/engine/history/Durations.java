package io.tillflow.engine.history;

import io.tillflow.engine.history.Usual.Step;
import io.tillflow.engine.history.Usual.Typical;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures what is usual. It samples the last completed instances of each process instead of reading all of them, and
 * remembers the answer for a while: what is usual does not change within a minute.
 */
public final class Durations {

    private static final int SAMPLE = 300;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ReentrantLock measuring = new ReentrantLock();
    private volatile Measured last = new Measured(Usual.UNKNOWN, Instant.EPOCH);

    private record Measured(Usual usual, Instant at) {}

    private record Entry(Step step, Typical typical) {}

    public Durations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is usual, at most a minute old. Whoever finds it old measures; others meanwhile get the old answer. */
    public Usual usual() {
        Instant now = clock.instant();
        if (now.isBefore(last.at().plus(FRESH)) || !measuring.tryLock()) {
            return last.usual();
        }
        try {
            last = new Measured(measure(), now);
            return last.usual();
        } finally {
            measuring.unlock();
        }
    }

    private Usual measure() {
        List<Entry> entries = jdbc.sql("""
                        select p.bpmn_process_id, e.element_id, count(*) as samples,
                               percentile_cont(0.5) within group (order by extract(epoch from e.ended_at - e.started_at)) as median,
                               percentile_cont(0.95) within group (order by extract(epoch from e.ended_at - e.started_at)) as p95,
                               percentile_cont(0.99) within group (order by extract(epoch from e.ended_at - e.started_at)) as p99
                          from (select distinct bpmn_process_id from history.process_definition) d
                         cross join lateral (
                               select key, bpmn_process_id from history.process_instance
                                where bpmn_process_id = d.bpmn_process_id and state = 'COMPLETED'
                                order by started_at desc limit :sample) p
                          join history.element_instance e on e.process_instance_key = p.key
                         where e.state = 'COMPLETED' and e.ended_at is not null
                         group by 1, 2
                        """)
                .param("sample", SAMPLE)
                .query((row, n) -> entry(row))
                .list();
        Map<Step, Typical> steps = new HashMap<>();
        entries.forEach(it -> steps.put(it.step(), it.typical()));
        return new Usual(steps);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new Step(row.getString("bpmn_process_id"), row.getString("element_id")),
                new Typical(seconds(row, "median"), seconds(row, "p95"), seconds(row, "p99"), row.getLong("samples")));
    }

    private static Duration seconds(ResultSet row, String column) throws SQLException {
        return Duration.ofMillis(Math.round(row.getDouble(column) * 1000));
    }
}
