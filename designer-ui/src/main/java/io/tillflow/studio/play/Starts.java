package io.tillflow.studio.play;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.security.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Data to begin a play with, by model and name; a change is the next version, and every former one can be read. */
@Repository
public class Starts {
    private static final String NEWEST = """
            SELECT DISTINCT ON (name) name, version, source, author, changed_at FROM studio.model_start
            WHERE model_id = :id AND (:name = '' OR name = :name) ORDER BY name, version DESC""";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final CurrentUser user;
    private final Clock clock;

    /** The newest version of one; without a text it was removed. */
    record Kept(String name, int version, @Nullable String source, String author, Instant changedAt) {}

    Starts(JdbcClient jdbc, Audit audit, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /** The texts of a model's files by name, in the names' order. */
    public Map<String, String> of(String modelId) {
        Map<String, String> found = new TreeMap<>();
        kept(modelId).forEach(it -> {
            if (it.source() != null) {
                found.put(it.name(), it.source());
            }
        });
        return found;
    }

    List<Kept> kept(String modelId) {
        return newest(modelId, "").stream().filter(it -> it.source() != null).toList();
    }

    Optional<String> source(String modelId, String name, int version) {
        return jdbc.sql(
                        "SELECT source FROM studio.model_start WHERE model_id = :id AND name = :name AND version = :version")
                .param("id", modelId)
                .param("name", name)
                .param("version", version)
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(it -> it);
    }

    /** The newest version of one, also of one that was removed; 0 when there never was any. */
    public int version(String modelId, String name) {
        return newest(modelId, name).stream()
                .mapToInt(Kept::version)
                .findFirst()
                .orElse(0);
    }

    /** Whether the newest version says the same as the text. */
    public boolean holds(String modelId, String name, String source) {
        return StartFile.read(name + ".json", source).text().equals(of(modelId).get(name));
    }

    /** Keeps data under a file's name made of its title; answers that name. */
    @Transactional
    public String keep(String modelId, StartFile file) {
        String name = Keeping.fileName(file.title());
        int unused = save(modelId, name, file.text());
        return name;
    }

    /** Saves a text that can be read as the next version, unless it is the newest already; answers which version it is. */
    @Transactional
    public int save(String modelId, String name, String source) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,79}")) {
            throw new ScenarioRefused(
                    "The file of data to begin with has small letters, digits and hyphens in its name, but not \""
                            + name + "\".");
        }
        String text = StartFile.read(name + ".json", source).text();
        StartFile.check(name + ".json", text);
        oneAtATime(modelId);
        Kept newest = newest(modelId, name).stream().findFirst().orElse(null);
        if (newest != null && text.equals(newest.source())) {
            return newest.version();
        }
        return add(modelId, name, newest == null ? 0 : newest.version(), text);
    }

    /** Whether it was there. */
    @Transactional
    public boolean remove(String modelId, String name) {
        oneAtATime(modelId);
        Optional<Kept> newest =
                newest(modelId, name).stream().filter(it -> it.source() != null).findFirst();
        newest.ifPresent(it -> {
            int unused = add(modelId, name, it.version(), null);
        });
        return newest.isPresent();
    }

    private void oneAtATime(String modelId) {
        jdbc.sql("SELECT id FROM studio.model WHERE id = :id FOR UPDATE")
                .param("id", modelId)
                .query(String.class)
                .optional();
    }

    private int add(String modelId, String name, int base, @Nullable String source) {
        jdbc.sql("""
                        INSERT INTO studio.model_start (model_id, name, version, source, author, changed_at)
                        VALUES (:id, :name, :version, :source, :author, :now)""")
                .param("id", modelId)
                .param("name", name)
                .param("version", base + 1)
                .param("source", source)
                .param("author", user.name())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        audit.record(
                source == null ? "start-data.removed" : "start-data.saved",
                "model/" + modelId + "/starts/" + name,
                base == 0 ? null : Map.of("version", base),
                Map.of("version", base + 1));
        return base + 1;
    }

    private List<Kept> newest(String modelId, String name) {
        return jdbc.sql(NEWEST)
                .param("id", modelId)
                .param("name", name)
                .query((row, n) -> new Kept(
                        row.getString("name"),
                        row.getInt("version"),
                        row.getString("source"),
                        row.getString("author"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
