package io.tillflow.studio.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The open windows in the database, where every studio over it finds them. */
@Repository
class Windows {
    /** A window that was not heard of for so long is gone. */
    static final Duration PATIENCE = Duration.ofSeconds(35);

    private final JdbcClient jdbc;
    private final Clock clock;

    Windows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    boolean isModel(String model) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM studio.model WHERE id = :id AND deleted_at IS NULL)")
                .param("id", model)
                .query(Boolean.class)
                .single();
    }

    List<Present> of(String model) {
        return jdbc.sql("""
                        SELECT id, person, since, unsaved FROM studio.model_window
                        WHERE model_id = :model AND seen_at > :oldest ORDER BY since, id LIMIT 100""")
                .param("model", model)
                .param("oldest", at(PATIENCE))
                .query((row, n) -> new Present(
                        row.getString("id"),
                        row.getString("person"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        row.getBoolean("unsaved")))
                .list();
    }

    /** Whether the window is this person's, on this model; nothing said of unsaved work leaves it as it was known. */
    boolean seen(String window, String model, String person, @Nullable Boolean unsaved) {
        return jdbc.sql("""
                                INSERT INTO studio.model_window AS w (id, model_id, person, since, seen_at, unsaved)
                                VALUES (:id, :model, :person, :now, :now, coalesce(:unsaved, false))
                                ON CONFLICT (id) DO UPDATE SET seen_at = :now, unsaved = coalesce(:unsaved, w.unsaved)
                                WHERE w.person = :person AND w.model_id = :model""")
                        .param("id", window)
                        .param("model", model)
                        .param("person", person)
                        .param("now", at(Duration.ZERO))
                        .param("unsaved", unsaved, java.sql.Types.BOOLEAN)
                        .update()
                == 1;
    }

    void leave(String window, String person) {
        jdbc.sql("DELETE FROM studio.model_window WHERE id = :id AND person = :person")
                .param("id", window)
                .param("person", person)
                .update();
    }

    void forgetThoseGone() {
        jdbc.sql("DELETE FROM studio.model_window WHERE seen_at <= :oldest")
                .param("oldest", at(PATIENCE))
                .update();
    }

    private OffsetDateTime at(Duration ago) {
        return OffsetDateTime.ofInstant(clock.instant().minus(ago), ZoneOffset.UTC);
    }
}
