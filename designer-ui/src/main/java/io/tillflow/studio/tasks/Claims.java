package io.tillflow.studio.tasks;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has taken which task. A claim keeps colleagues from doing the same work; the engine knows nothing of it. */
@Repository
class Claims {

    private final JdbcClient jdbc;
    private final Clock clock;

    Claims(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A person's hold on a task; finished when that person completed it here. */
    record Claim(long taskKey, String person, Instant at, Optional<Instant> finishedAt) {}

    /** Takes a task that nobody has; whether it was free. */
    boolean take(long taskKey, String person) {
        return jdbc.sql("""
                                INSERT INTO studio.task_claim (task_key, person, claimed_at) VALUES (:key, :person, :now)
                                ON CONFLICT (task_key) DO NOTHING""")
                        .param("key", taskKey)
                        .param("person", person)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Hands a task over, provided that it is still with whom the caller thinks; an empty name is nobody. */
    boolean handOver(long taskKey, String from, String to) {
        return jdbc.sql("""
                                INSERT INTO studio.task_claim (task_key, person, claimed_at) VALUES (:key, :to, :now)
                                ON CONFLICT (task_key) DO UPDATE SET person = :to, claimed_at = :now
                                  WHERE task_claim.person = :from AND task_claim.finished_at IS NULL""")
                        .param("key", taskKey)
                        .param("from", from)
                        .param("to", to)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Gives a task back; only who has it can. */
    boolean giveBack(long taskKey, String person) {
        return jdbc.sql("""
                                DELETE FROM studio.task_claim
                                WHERE task_key = :key AND person = :person AND finished_at IS NULL""").param("key", taskKey).param("person", person).update() == 1;
    }

    /** Notes that the engine took the answer. */
    void finish(long taskKey) {
        jdbc.sql("UPDATE studio.task_claim SET finished_at = :now WHERE task_key = :key")
                .param("key", taskKey)
                .param("now", now())
                .update();
    }

    Optional<Claim> find(long taskKey) {
        return of(List.of(taskKey)).values().stream().findFirst();
    }

    Map<Long, Claim> of(Collection<Long> taskKeys) {
        if (taskKeys.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        "SELECT task_key, person, claimed_at, finished_at FROM studio.task_claim WHERE task_key IN (:keys)")
                .param("keys", taskKeys)
                .query((row, n) -> new Claim(
                        row.getLong("task_key"),
                        row.getString("person"),
                        row.getObject("claimed_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list()
                .stream()
                .collect(Collectors.toMap(Claim::taskKey, it -> it));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
