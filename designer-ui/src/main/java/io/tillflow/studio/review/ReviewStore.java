package io.tillflow.studio.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reviews and comments in schema {@code studio}. */
@Repository
class ReviewStore {
    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReviewStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The author of a version; empty when there is no such version. */
    Optional<String> author(String modelId, int version) {
        return jdbc.sql("SELECT author FROM studio.model_version WHERE model_id = :id AND version = :version")
                .param("id", modelId)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    /** The new review; empty when one is open already. */
    Optional<Review> open(String modelId, int version, String note, String by) {
        return jdbc.sql("""
                        INSERT INTO studio.model_review (model_id, version, state, note, requested_by, requested_at)
                        VALUES (:id, :version, 'OPEN', :note, :by, :now) ON CONFLICT (model_id) WHERE state = 'OPEN' DO NOTHING
                        RETURNING *""")
                .param("id", modelId)
                .param("version", version)
                .param("note", note)
                .param("by", by)
                .param("now", now())
                .query((row, n) -> review(row))
                .optional();
    }

    /** Whether it was open still. */
    boolean decide(long id, Review.State state, String answer, String by) {
        return jdbc.sql("""
                                UPDATE studio.model_review SET state = :state, answer = :answer, decided_by = :by, decided_at = :now
                                WHERE id = :id AND state = 'OPEN'""")
                        .param("id", id)
                        .param("state", state.name())
                        .param("answer", answer)
                        .param("by", by)
                        .param("now", now())
                        .update()
                == 1;
    }

    Optional<Review> find(long id) {
        return jdbc.sql("SELECT * FROM studio.model_review WHERE id = :id")
                .param("id", id)
                .query((row, n) -> review(row))
                .optional();
    }

    /** The newest first. */
    List<Review> of(String modelId) {
        return jdbc.sql("SELECT * FROM studio.model_review WHERE model_id = :id ORDER BY id DESC LIMIT :most")
                .param("id", modelId)
                .param("most", MOST)
                .query((row, n) -> review(row))
                .list();
    }

    List<Review> open() {
        return jdbc.sql("SELECT * FROM studio.model_review WHERE state = 'OPEN' ORDER BY id LIMIT :most")
                .param("most", MOST)
                .query((row, n) -> review(row))
                .list();
    }

    /** Whether what this file holds was approved as a version of its model. */
    boolean approved(String fileName, String source) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM studio.model m JOIN studio.model_version v ON v.model_id = m.id
                                       JOIN studio.model_review r ON r.model_id = v.model_id AND r.version = v.version
                                       WHERE m.file_name = :file AND v.digest = md5(:source) AND r.state = 'APPROVED')""")
                .param("file", fileName)
                .param("source", source)
                .query(Boolean.class)
                .single();
    }

    Comment comment(String modelId, int version, String elementId, String text, String by) {
        return jdbc.sql("""
                        INSERT INTO studio.model_comment (model_id, version, element_id, text, author, created_at)
                        VALUES (:id, :version, :element, :text, :by, :now) RETURNING *""")
                .param("id", modelId)
                .param("version", version)
                .param("element", elementId)
                .param("text", text)
                .param("by", by)
                .param("now", now())
                .query((row, n) -> comment(row))
                .single();
    }

    /** Whether there is such a comment; settling it twice changes nothing. */
    boolean settle(long id, String by) {
        return jdbc.sql("""
                                UPDATE studio.model_comment SET settled_by = coalesce(settled_by, :by), settled_at = coalesce(settled_at, :now)
                                WHERE id = :id""").param("id", id).param("by", by).param("now", now()).update() == 1;
    }

    List<Comment> comments(String modelId) {
        return jdbc.sql("SELECT * FROM studio.model_comment WHERE model_id = :id ORDER BY id DESC LIMIT :most")
                .param("id", modelId)
                .param("most", MOST)
                .query((row, n) -> comment(row))
                .list();
    }

    Reviews.Mark mark(String modelId) {
        return jdbc.sql("""
                        SELECT r.*, c.* FROM
                          (SELECT count(*) AS asked, count(decided_at) AS decided FROM studio.model_review WHERE model_id = :id) r,
                          (SELECT count(*) AS said, count(settled_at) AS settled FROM studio.model_comment WHERE model_id = :id) c""")
                .param("id", modelId)
                .query((row, n) -> new Reviews.Mark(
                        row.getLong("asked"), row.getLong("decided"), row.getLong("said"), row.getLong("settled")))
                .single();
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                row.getLong("id"),
                row.getString("model_id"),
                row.getInt("version"),
                Review.State.valueOf(row.getString("state")),
                row.getString("note"),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getString("answer"));
    }

    private static Comment comment(ResultSet row) throws SQLException {
        return new Comment(
                row.getLong("id"),
                row.getString("model_id"),
                row.getInt("version"),
                row.getString("element_id"),
                row.getString("text"),
                row.getString("author"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("settled_by"),
                instant(row, "settled_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
