package io.tillflow.engine.history;

import io.tillflow.engine.history.Stall.Cause;
import io.tillflow.engine.history.Stall.Why;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says why an element most likely still waits: from its job, its message, its timer. */
final class StallCauses {

    private final JdbcClient jdbc;

    StallCauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Cause of(long instanceKey, long elementKey, Instant now) {
        return job(instanceKey, elementKey)
                .or(() -> userTask(instanceKey, elementKey))
                .or(() -> message(instanceKey, elementKey))
                .or(() -> timer(instanceKey, elementKey, now))
                .orElse(Cause.UNKNOWN);
    }

    private Optional<Cause> job(long instanceKey, long elementKey) {
        return jdbc.sql("""
                        select type, state, worker, deadline, created_at from history.job
                         where process_instance_key = :instance and element_instance_key = :element and ended_at is null
                         order by key desc limit 1""")
                .param("instance", instanceKey)
                .param("element", elementKey)
                .query((row, n) -> job(row))
                .optional();
    }

    private Cause job(ResultSet row) throws SQLException {
        String type = row.getString("type");
        Instant created = Columns.instant(row, "created_at");
        if (type.equals(OpenTasks.JOB_TYPE)) {
            return new Cause(Why.PERSON, "", "", Optional.empty());
        }
        String worker = Columns.text(row, "worker");
        return switch (row.getString("state")) {
            case "ACTIVATED" -> new Cause(Why.HELD, worker, "", Columns.optionalInstant(row, "deadline"));
            case "TIMED_OUT" -> new Cause(Why.NOT_ANSWERED, worker, "", Columns.optionalInstant(row, "deadline"));
            default -> {
                Optional<Instant> last = lastDone(type);
                boolean since = last.filter(created::isBefore).isPresent();
                yield new Cause(since ? Why.QUEUED : Why.NO_WORKER, type, "", last);
            }
        };
    }

    /** When one of the newest finished jobs of a type was finished: the newest by creation are read, the index has them together. */
    private Optional<Instant> lastDone(String type) {
        return jdbc.sql("""
                        select max(ended_at) as last from (select ended_at from history.job
                         where type = :type and state = 'COMPLETED' order by created_at desc limit 50) done""")
                .param("type", type)
                .query((row, n) -> Columns.optionalInstant(row, "last"))
                .single();
    }

    private Optional<Cause> userTask(long instanceKey, long elementKey) {
        return jdbc.sql("""
                        select key from history.user_task
                         where process_instance_key = :instance and element_instance_key = :element and state = 'CREATED' limit 1""")
                .param("instance", instanceKey)
                .param("element", elementKey)
                .query((row, n) -> new Cause(Why.PERSON, "", "", Optional.empty()))
                .optional();
    }

    private Optional<Cause> message(long instanceKey, long elementKey) {
        return jdbc.sql("""
                        select s.name, s.correlation_key,
                               (select max(m.published_at) from history.message m
                                 where m.correlation_key = s.correlation_key and m.name = s.name) as published
                          from history.message_subscription s
                         where s.process_instance_key = :instance and s.element_instance_key = :element and s.state = 'OPEN'
                         order by s.key limit 1""")
                .param("instance", instanceKey)
                .param("element", elementKey)
                .query((row, n) -> {
                    Optional<Instant> published = Columns.optionalInstant(row, "published");
                    return new Cause(
                            published.isPresent() ? Why.NOT_HEARD : Why.NEVER_PUBLISHED,
                            row.getString("name"),
                            Columns.text(row, "correlation_key"),
                            published);
                })
                .optional();
    }

    private Optional<Cause> timer(long instanceKey, long elementKey, Instant now) {
        return jdbc.sql("""
                        select due_at from history.timer
                         where process_instance_key = :instance and element_instance_key = :element and state = 'CREATED'
                         order by due_at limit 1""")
                .param("instance", instanceKey)
                .param("element", elementKey)
                .query((row, n) -> {
                    Instant due = Columns.instant(row, "due_at");
                    return new Cause(due.isAfter(now) ? Why.TIMER : Why.TIMER_OVERDUE, "", "", Optional.of(due));
                })
                .optional();
    }
}
