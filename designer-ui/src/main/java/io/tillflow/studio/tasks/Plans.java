package io.tillflow.studio.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Priorities and dates of tasks. */
@Repository
class Plans {

    private final JdbcClient jdbc;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that were planned; the others have {@link Plan#NONE}. */
    Map<Long, Plan> of(Collection<Long> taskKeys) {
        Map<Long, Plan> plans = new HashMap<>();
        if (!taskKeys.isEmpty()) {
            jdbc.sql("SELECT task_key, priority, due, follow_up FROM studio.task_plan WHERE task_key IN (:keys)")
                    .param("keys", taskKeys)
                    .query(row -> {
                        plans.put(
                                row.getLong("task_key"),
                                new Plan(
                                        Priority.valueOf(row.getString("priority")),
                                        instant(row, "due"),
                                        instant(row, "follow_up")));
                    });
        }
        return plans;
    }

    void save(long taskKey, Plan plan) {
        jdbc.sql("""
                        INSERT INTO studio.task_plan (task_key, priority, due, follow_up) VALUES (:key, :priority, :due, :followUp)
                        ON CONFLICT (task_key) DO UPDATE
                          SET priority = excluded.priority, due = excluded.due, follow_up = excluded.follow_up""")
                .param("key", taskKey)
                .param("priority", plan.priority().name())
                .param("due", parameter(plan.due()))
                .param("followUp", parameter(plan.followUp()))
                .update();
    }

    private static @Nullable OffsetDateTime parameter(Optional<Instant> at) {
        return at.map(it -> OffsetDateTime.ofInstant(it, ZoneOffset.UTC)).orElse(null);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
