package io.tillflow.studio.play;

import io.tillflow.studio.security.CurrentUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Scenarios by model: the shipped ones, and over them those that people saved. */
@Repository
public class Scenarios {
    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    Scenarios(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    /** Texts by name, in the names' order. */
    public Map<String, String> of(String modelId) {
        Map<String, String> found = new TreeMap<>(shippedWith(modelId));
        jdbc.sql("SELECT name, source FROM studio.model_scenario WHERE model_id = :id")
                .param("id", modelId)
                .query((row, n) -> Map.entry(row.getString("name"), row.getString("source")))
                .list()
                .forEach(it -> found.put(it.getKey(), it.getValue()));
        return found;
    }

    /** Those that came with a shipped model, whatever people saved over them. */
    public static Map<String, String> shippedWith(String modelId) {
        return shipped("classpath*:/models/**/" + modelId + ".scenarios/*.yaml");
    }

    /** Keeps a scenario that can be read, in place of one of the same name. */
    public void save(String modelId, String name, String source) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,79}")) {
            throw new ScenarioRefused(
                    "A scenario's file name has small letters, digits and hyphens, but not \"" + name + "\".");
        }
        Scenario unused = ScenarioFile.read(name, source);
        jdbc.sql("""
            INSERT INTO studio.model_scenario (model_id, name, source, author, changed_at)
            VALUES (:id, :name, :source, :author, :now)
            ON CONFLICT (model_id, name) DO UPDATE SET source = :source, author = :author, changed_at = :now\
            """)
                .param("id", modelId)
                .param("name", name)
                .param("source", source)
                .param("author", user.name())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** A text that begins a process by its id begins another one. */
    public static String begin(String text, String process, String other) {
        return process.isEmpty()
                ? text
                : Pattern.compile("(process\"?\\s*:\\s*\"?)" + Pattern.quote(process) + "(?![\\w-])")
                        .matcher(text)
                        .replaceAll(hit -> Matcher.quoteReplacement(hit.group(1) + other));
    }

    private static Map<String, String> shipped(String pattern) {
        try {
            Map<String, String> found = new TreeMap<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                String name = Objects.requireNonNullElse(file.getFilename(), "").replaceFirst("\\.yaml$", "");
                found.put(name, new String(file.getContentAsByteArray(), StandardCharsets.UTF_8));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
