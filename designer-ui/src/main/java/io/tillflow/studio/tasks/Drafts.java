package io.tillflow.studio.tasks;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Forms that somebody has begun to fill in. A task has one draft, whoever has the task. */
@Repository
class Drafts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Drafts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A form half filled in.
     *
     * @param revision counts how often it was saved
     * @param data a JSON object of the form's fields
     */
    record Draft(long taskKey, long revision, String person, Instant savedAt, String data) {}

    /** The draft was saved from elsewhere since it was read. */
    static final class DraftChanged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DraftChanged(long expected, long found) {
            super("expected revision " + expected + " of the draft, but it is at " + found
                    + ": it was saved from another window. Read it again first.");
        }
    }

    Optional<Draft> find(long taskKey) {
        return jdbc.sql(
                        "SELECT task_key, revision, person, saved_at, data::text AS data FROM studio.task_draft WHERE task_key = :key")
                .param("key", taskKey)
                .query((row, n) -> new Draft(
                        row.getLong("task_key"),
                        row.getLong("revision"),
                        row.getString("person"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                        row.getString("data")))
                .optional();
    }

    /**
     * Saves a draft and answers it with its new revision.
     *
     * @param expected the revision it was read at, 0 for none; empty to overwrite whatever is there
     */
    Draft save(long taskKey, String person, String data, OptionalLong expected) {
        boolean saved = jdbc.sql("""
                                INSERT INTO studio.task_draft (task_key, revision, person, saved_at, data)
                                SELECT :key, 1, :person, :now, :data::jsonb WHERE :expected <= 0
                                  OR EXISTS (SELECT FROM studio.task_draft WHERE task_key = :key)
                                ON CONFLICT (task_key) DO UPDATE
                                  SET revision = task_draft.revision + 1, person = excluded.person,
                                      saved_at = excluded.saved_at, data = excluded.data
                                  WHERE :expected < 0 OR task_draft.revision = :expected""")
                        .param("key", taskKey)
                        .param("person", person)
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .param("data", data)
                        .param("expected", expected.orElse(-1))
                        .update()
                == 1;
        Optional<Draft> now = find(taskKey);
        if (!saved) {
            throw new DraftChanged(expected.orElse(0), now.map(Draft::revision).orElse(0L));
        }
        return now.orElseGet(() -> new Draft(taskKey, 1, person, clock.instant(), data));
    }

    void forget(long taskKey) {
        jdbc.sql("DELETE FROM studio.task_draft WHERE task_key = :key")
                .param("key", taskKey)
                .update();
    }
}
