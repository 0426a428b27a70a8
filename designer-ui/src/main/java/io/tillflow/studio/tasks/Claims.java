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

    /** A person's hold on a task. */
    record Claim(long taskKey, String person, Instant at) {}

    /** Takes a task that nobody else has; answers whose it is then. */
    Claim take(long taskKey, String person) {
        jdbc.sql("""
                        INSERT INTO studio.task_claim (task_key, person, claimed_at) VALUES (:key, :person, :now)
                        ON CONFLICT (task_key) DO NOTHING""")
                .param("key", taskKey)
                .param("person", person)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return find(taskKey).orElseGet(() -> new Claim(taskKey, person, clock.instant()));
    }

    /** Gives a task back; only who has it can. */
    boolean giveBack(long taskKey, String person) {
        return jdbc.sql("DELETE FROM studio.task_claim WHERE task_key = :key AND person = :person")
                        .param("key", taskKey)
                        .param("person", person)
                        .update()
                == 1;
    }

    void forget(long taskKey) {
        jdbc.sql("DELETE FROM studio.task_claim WHERE task_key = :key")
                .param("key", taskKey)
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
                .sql("SELECT task_key, person, claimed_at FROM studio.task_claim WHERE task_key IN (:keys)")
                .param("keys", taskKeys)
                .query((row, n) -> new Claim(
                        row.getLong("task_key"),
                        row.getString("person"),
                        row.getObject("claimed_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Claim::taskKey, it -> it));
    }
}
