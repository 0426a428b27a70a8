package io.tillflow.studio.models;

import io.tillflow.studio.lint.ModelFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The models in schema {@code studio}. */
@Repository
class Models {
    private static final String NEWEST = """
            SELECT m.id, m.kind, m.file_name, m.name, v.version, v.created_at, v.author, m.deleted_at, m.deleted_by
            FROM studio.model m
            JOIN LATERAL (SELECT version, created_at, author FROM studio.model_version
                          WHERE model_id = m.id ORDER BY version DESC LIMIT 1) v ON true
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Models(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Model> all() {
        return jdbc.sql(NEWEST + "WHERE m.deleted_at IS NULL ORDER BY m.kind, m.name LIMIT 2000")
                .query((row, n) -> model(row))
                .list();
    }

    Optional<Model> byId(String id) {
        return jdbc.sql(NEWEST + "WHERE m.id = :id AND m.deleted_at IS NULL")
                .param("id", id)
                .query((row, n) -> model(row))
                .optional();
    }

    Optional<Model> byFileName(String fileName) {
        return jdbc.sql(NEWEST + "WHERE m.file_name = :name AND m.deleted_at IS NULL")
                .param("name", fileName)
                .query((row, n) -> model(row))
                .optional();
    }

    /** Deleted models, the last one first. */
    List<Deleted> deleted() {
        return jdbc.sql(NEWEST + "WHERE m.deleted_at IS NOT NULL ORDER BY m.deleted_at DESC LIMIT 500")
                .query((row, n) -> deleted(row))
                .list();
    }

    /** A deleted model by its id or its file's name. */
    Optional<Deleted> deleted(String idOrFile) {
        return jdbc.sql(NEWEST + "WHERE (m.id = :id OR m.file_name = :id) AND m.deleted_at IS NOT NULL LIMIT 1")
                .param("id", idOrFile)
                .query((row, n) -> deleted(row))
                .optional();
    }

    /** Whether it was there and no version was saved since this one. */
    boolean delete(String id, int version, String by) {
        return jdbc.sql("""
                                UPDATE studio.model SET deleted_at = :now, deleted_by = :by
                                WHERE id = :id AND deleted_at IS NULL
                                  AND :version = (SELECT max(version) FROM studio.model_version WHERE model_id = :id)""")
                        .param("id", id)
                        .param("version", version)
                        .param("by", by)
                        .param("now", now())
                        .update()
                == 1;
    }

    boolean restore(String id) {
        return jdbc.sql(
                                "UPDATE studio.model SET deleted_at = NULL, deleted_by = NULL WHERE id = :id AND deleted_at IS NOT NULL")
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<String> source(String id, int version) {
        return jdbc.sql("SELECT source FROM studio.model_version WHERE model_id = :id AND version = :version")
                .param("id", id)
                .param("version", version)
                .query(String.class)
                .optional();
    }

    /** The newest versions of a kind's models that have the text in them. */
    List<Shelf.Item> holding(ModelFile.Kind kind, String text) {
        return jdbc.sql("""
                        SELECT m.id, m.file_name, v.version, v.source FROM studio.model m
                        JOIN LATERAL (SELECT version, source FROM studio.model_version
                                      WHERE model_id = m.id ORDER BY version DESC LIMIT 1) v ON true
                        WHERE m.kind = :kind AND m.deleted_at IS NULL AND strpos(v.source, :text) > 0
                        ORDER BY m.name LIMIT 2000""")
                .param("kind", kind.name())
                .param("text", text)
                .query((row, n) -> new Shelf.Item(
                        row.getString("id"),
                        row.getInt("version"),
                        ModelFile.of(row.getString("file_name"), row.getString("source"))))
                .list();
    }

    List<ModelVersion> versions(String id, int before, int limit) {
        return jdbc.sql("""
                        SELECT model_id, version, comment, author, created_at FROM studio.model_version
                        WHERE model_id = :id AND version < :before ORDER BY version DESC LIMIT :limit""")
                .param("id", id)
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> new ModelVersion(
                        row.getString("model_id"),
                        row.getInt("version"),
                        row.getString("comment"),
                        row.getString("author"),
                        instant(row, "created_at")))
                .list();
    }

    /** Whether the id and file name were free. */
    boolean add(String id, ModelFile.Kind kind, String fileName, String name, String author) {
        return jdbc.sql("""
                                INSERT INTO studio.model (id, kind, file_name, name, created_at, created_by)
                                VALUES (:id, :kind, :file, :name, :now, :author) ON CONFLICT DO NOTHING""")
                        .param("id", id)
                        .param("kind", kind.name())
                        .param("file", fileName)
                        .param("name", name)
                        .param("now", now())
                        .param("author", author)
                        .update()
                == 1;
    }

    /** Adds the version after {@code base}; false when somebody else did before. */
    boolean addVersion(String id, int base, String source, String comment, String author) {
        return jdbc.sql("""
                                INSERT INTO studio.model_version (model_id, version, source, comment, author, created_at)
                                SELECT :id, :base + 1, :source, :comment, :author, :now
                                WHERE (SELECT coalesce(max(version), 0) FROM studio.model_version WHERE model_id = :id) = :base
                                AND EXISTS (SELECT 1 FROM studio.model WHERE id = :id AND deleted_at IS NULL FOR UPDATE)
                                ON CONFLICT DO NOTHING""")
                        .param("id", id)
                        .param("base", base)
                        .param("source", source)
                        .param("comment", comment)
                        .param("author", author)
                        .param("now", now())
                        .update()
                == 1;
    }

    void rename(String id, String name) {
        jdbc.sql("UPDATE studio.model SET name = :name WHERE id = :id AND name <> :name")
                .param("id", id)
                .param("name", name)
                .update();
    }

    Optional<Draft> draft(String id, String author) {
        return jdbc.sql("""
                        SELECT base_version, source, updated_at FROM studio.model_draft
                        WHERE model_id = :id AND author = :author""")
                .param("id", id)
                .param("author", author)
                .query((row, n) ->
                        new Draft(row.getInt("base_version"), row.getString("source"), instant(row, "updated_at")))
                .optional();
    }

    void keepDraft(String id, String author, int baseVersion, String source) {
        jdbc.sql("""
                        INSERT INTO studio.model_draft (model_id, author, base_version, source, updated_at)
                        VALUES (:id, :author, :base, :source, :now)
                        ON CONFLICT (model_id, author) DO UPDATE SET base_version = :base, source = :source, updated_at = :now""")
                .param("id", id)
                .param("author", author)
                .param("base", baseVersion)
                .param("source", source)
                .param("now", now())
                .update();
    }

    void dropDraft(String id, String author) {
        jdbc.sql("DELETE FROM studio.model_draft WHERE model_id = :id AND author = :author")
                .param("id", id)
                .param("author", author)
                .update();
    }

    private static Deleted deleted(ResultSet row) throws SQLException {
        return new Deleted(model(row), row.getString("deleted_by"), instant(row, "deleted_at"));
    }

    private static Model model(ResultSet row) throws SQLException {
        return new Model(
                row.getString("id"),
                ModelFile.Kind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                row.getString("name"),
                row.getInt("version"),
                instant(row, "created_at"),
                row.getString("author"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
