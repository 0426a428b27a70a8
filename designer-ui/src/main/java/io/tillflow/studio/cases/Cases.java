package io.tillflow.studio.cases;

import io.tillflow.studio.audit.Audit;
import io.tillflow.studio.security.CurrentUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
            @Nullable Instant changedAt) {

        /** What names it to whoever changes it; shipped cases are other ones with the next release. */
        String tag() {
            return version > 0 || cases.isEmpty() ? String.valueOf(version) : "0-" + digest(cases);
        }
    }

    /** A version without its cases. */
    record Line(int version, String author, Instant changedAt) {}

    /** What became of the wish to save. */
    public sealed interface Saving {
        /** It is the newest now; without a change it was before. */
        record Version(int version, boolean changed) implements Saving {}

        /** Somebody saved since: nothing was changed. */
        record Conflict(int newest, String author) implements Saving {
            /** What is there instead. */
            public String words() {
                return newest == 0
                        ? "The newest cases are shipped ones, and others than those that were changed"
                        : author + " saved version " + newest + " since";
            }
        }
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
        return save(modelId, newest -> newest.version() == base, cases);
    }

    /** Saves them as the version after the one that has this tag. */
    @Transactional
    Saving save(String modelId, String tag, List<Case> cases) {
        return save(modelId, newest -> newest.tag().equals(tag), cases);
    }

    private Saving save(String modelId, Predicate<Kept> seen, List<Case> cases) {
        oneAtATime(modelId);
        Kept newest = of(modelId);
        if (CaseFile.text(cases).equals(CaseFile.text(newest.cases()))) {
            return new Saving.Version(newest.version(), false);
        }
        if (!seen.test(newest)) {
            return new Saving.Conflict(newest.version(), newest.author());
        }
        return new Saving.Version(add(modelId, newest.version(), CaseFile.checked(cases)), true);
    }

    /** Whether a release since brought other cases than those that the newest version grew from, or took. */
    boolean shippedChanged(String modelId) {
        return grownFrom(modelId)
                .filter(it -> !it.equals(digest(shipped(modelId))))
                .isPresent();
    }

    /** Empty when there is no version, or when nobody knows. */
    private Optional<String> grownFrom(String modelId) {
        return jdbc.sql("""
                        SELECT grown_from FROM studio.model_cases
                        WHERE model_id = :id ORDER BY version DESC LIMIT 1""").param("id", modelId).query(String.class).optional().filter(it -> !it.isEmpty());
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
        String shipped = digest(shipped(modelId));
        boolean taken = base == 0 || digest(cases).equals(shipped);
        jdbc.sql("""
                        INSERT INTO studio.model_cases (model_id, version, source, author, changed_at, grown_from)
                        VALUES (:id, :version, :source, :author, :now, :grownFrom)""")
                .param("grownFrom", taken ? shipped : grownFrom(modelId).orElse(""))
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

    private static String digest(List<Case> cases) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(CaseFile.text(cases).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** Those that came with a shipped table, whatever people keep over them; one beside a process of its name has its kind in its id. */
    private static List<Case> shipped(String modelId) {
        String stem = modelId.replaceFirst("\\.dmn$", "");
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:/models/**/" + stem + ".cases.json")) {
                return CaseFile.read(new String(file.getContentAsByteArray(), StandardCharsets.UTF_8));
            }
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
