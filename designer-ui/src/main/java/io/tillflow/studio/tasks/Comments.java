package io.tillflow.studio.tasks;

import io.tillflow.engine.history.OpenTask;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people said to each other about the tasks of an instance. */
@Repository
class Comments {

    /** More than this is no comment but a document: link to it. */
    static final int LONGEST = 2_000;

    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    Comments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One of them; it stays readable at later tasks of the same instance. */
    record Comment(long id, String taskKey, String element, String person, Instant at, String text) {}

    /** The newest ones of an instance, the oldest of them first. */
    List<Comment> of(long instanceKey) {
        return jdbc.sql("""
                        SELECT id, task_key, element_id, person, written_at, text FROM studio.task_comment
                        WHERE instance_key = :key ORDER BY id DESC LIMIT :most""")
                .param("key", instanceKey)
                .param("most", MOST)
                .query((row, n) -> new Comment(
                        row.getLong("id"),
                        row.getString("task_key"),
                        row.getString("element_id"),
                        row.getString("person"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getString("text")))
                .list()
                .reversed();
    }

    void add(OpenTask task, String person, String text) {
        String wanted = text.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            throw new IllegalArgumentException("expected a comment of 1 to " + LONGEST + " characters, but it has "
                    + wanted.length() + ". Put longer texts elsewhere and link to them.");
        }
        jdbc.sql("""
                        INSERT INTO studio.task_comment (instance_key, task_key, element_id, person, written_at, text)
                        VALUES (:instance, :task, :element, :person, :now, :text)""")
                .param("instance", task.instanceKey())
                .param("task", task.key())
                .param("element", task.elementId())
                .param("person", person)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("text", wanted)
                .update();
    }
}
