package io.tillflow.studio.cases;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.security.CurrentUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Cases by model: the shipped ones are version 0, and every change that people make is the next; each can be read. */
@Repository
public class Cases {
    private final JdbcClient jdbc;
    private final Audit audit;
    private final CurrentUser user;
    private final Clock clock;

    Cases(JdbcClient jdbc, Audit audit, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /**
     * A version.
     *
     * @param version 0 for what was shipped, or for nothing
     * @param author empty for what was shipped
     */
    public record Kept(
            int version,
            List<Case> cases,
            String author,
            @Nullable Instant changedAt) {}

    /** A version without its cases. */
    record Line(int version, String author, Instant changedAt) {}

    /** What became of the wish to save. */
    public sealed interface Saving {
        /** It is the newest now; without a change it was before. */
        record Version(int version, boolean changed) implements Saving {}

        /** Somebody saved since: nothing was changed. */
        record Conflict(int newest, String author) implements Saving {}
    }

    /** The newest. */
    public Kept of(String modelId) {
        return kept(modelId, 0).orElseGet(() -> new Kept(0, shipped(modelId), "", null));
    }

    Optional<Kept> version(String modelId, int version) {
        return version == 0 ? Optional.of(new Kept(0, shipped(modelId), "", null)) : kept(modelId, version);
    }

    List<Line> versions(String modelId) {
        return jdbc.sql("""
                        SELECT version, author, changed_at FROM studio.model_cases
                        WHERE model_id = :id ORDER BY version DESC LIMIT 200""")
                .param("id", modelId)
                .query((row, n) -> new Line(
                        row.getInt("version"),
                        row.getString("author"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Saves them as the version after {@code base}, all or nothing. */
    @Transactional
    public Saving save(String modelId, int base, List<Case> cases) {
        oneAtATime(modelId);
        Kept newest = of(modelId);
        if (CaseFile.text(cases).equals(CaseFile.text(newest.cases()))) {
            return new Saving.Version(newest.version(), false);
        }
        if (newest.version() != base) {
            return new Saving.Conflict(newest.version(), newest.author());
        }
        return new Saving.Version(add(modelId, base, CaseFile.checked(cases)), true);
    }

    /** Makes the next version of the newest; what the change throws changes nothing. */
    @Transactional
    public Kept change(String modelId, UnaryOperator<List<Case>> change) {
        oneAtATime(modelId);
        Kept newest = of(modelId);
        List<Case> changed = CaseFile.checked(change.apply(newest.cases()));
        if (CaseFile.text(changed).equals(CaseFile.text(newest.cases()))) {
            return newest;
        }
        int version = add(modelId, newest.version(), changed);
        return version(modelId, version).orElseThrow();
    }

    private int add(String modelId, int base, List<Case> cases) {
        jdbc.sql("""
                        INSERT INTO studio.model_cases (model_id, version, source, author, changed_at)
                        VALUES (:id, :version, :source, :author, :now)""")
                .param("id", modelId)
                .param("version", base + 1)
                .param("source", CaseFile.text(cases))
                .param("author", user.name())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        audit.record(
                "cases.saved",
                "model/" + modelId + "/cases",
                Map.of("version", base),
                Map.of("version", base + 1, "cases", cases.size()));
        return base + 1;
    }

    private void oneAtATime(String modelId) {
        jdbc.sql("SELECT id FROM studio.model WHERE id = :id FOR UPDATE")
                .param("id", modelId)
                .query(String.class)
                .optional();
    }

    private Optional<Kept> kept(String modelId, int version) {
        return jdbc.sql("""
                        SELECT version, source, author, changed_at FROM studio.model_cases
                        WHERE model_id = :id AND (:version = 0 OR version = :version) ORDER BY version DESC LIMIT 1""")
                .param("id", modelId)
                .param("version", version)
                .query((row, n) -> new Kept(
                        row.getInt("version"),
                        CaseFile.read(row.getString("source")),
                        row.getString("author"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Those that came with a shipped table, whatever people keep over them. */
    private static List<Case> shipped(String modelId) {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:/models/**/" + modelId + ".cases.json")) {
                return CaseFile.read(new String(file.getContentAsByteArray(), StandardCharsets.UTF_8));
            }
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
