package io.tillflow.connectors.ai;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The instructions models follow, by name and version; version 0 is what the product ships. */
public final class Prompts {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,49}");
    private static final int LONGEST = 8_000;

    private final JdbcClient database;
    private final Clock clock;

    public Prompts(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One version; versions are never changed. */
    public record Version(
            String name,
            int version,
            String text,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {
        /** As the record of calls names it: {@code classify@2}. */
        public String title() {
            return name + "@" + version;
        }
    }

    /** The version in use. */
    public Version current(String name) {
        return newest(name)
                .or(() -> shipped(name))
                .orElseThrow(
                        () -> new IllegalArgumentException("expected a prompt that is kept, but there is none named '"
                                + name + "': GET /api/v1/ai/prompts lists them"));
    }

    /** Every prompt's version in use. */
    public List<Version> all() {
        TreeMap<String, Version> all = new TreeMap<>();
        for (Skill skill : Skill.values()) {
            shipped(skill.text()).ifPresent(version -> all.put(version.name(), version));
        }
        database.sql("""
                select distinct on (name) name, version, text, changed_by, changed_at
                  from connectors.ai_prompt order by name, version desc
                """).query(Version.class).list().forEach(version -> all.put(version.name(), version));
        return List.copyOf(all.values());
    }

    /** The newest first. */
    public List<Version> versions(String name) {
        List<Version> versions = new java.util.ArrayList<>(database.sql("""
                select name, version, text, changed_by, changed_at from connectors.ai_prompt where name = :name order by version desc
                """)
                .param("name", checked(name))
                .query(Version.class)
                .list());
        shipped(name).ifPresent(versions::add);
        return versions;
    }

    /** A new version, in use from the next question on. */
    public Version write(String name, String text, String by) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("text must have 1 to " + LONGEST + " characters");
        }
        if (by.isBlank()) {
            throw new IllegalArgumentException("by must say who changes the prompt");
        }
        int written = database.sql("""
                insert into connectors.ai_prompt (name, version, text, changed_by, changed_at)
                select :name, coalesce(max(version), 0) + 1, :text, :by, :now from connectors.ai_prompt where name = :name
                on conflict do nothing
                """)
                .param("name", checked(name))
                .param("text", text.strip())
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (written == 0) {
            throw new IllegalArgumentException(
                    "somebody else changed the prompt " + name + " at the same time: look again");
        }
        return current(name);
    }

    private Optional<Version> newest(String name) {
        return database.sql("""
                select name, version, text, changed_by, changed_at from connectors.ai_prompt where name = :name order by version desc limit 1
                """)
                .param("name", checked(name))
                .query(Version.class)
                .optional();
    }

    private static Optional<Version> shipped(String name) {
        try (InputStream file = Prompts.class.getResourceAsStream("/ai/" + name + ".txt")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new Version(
                            name, 0, new String(file.readAllBytes(), StandardCharsets.UTF_8).strip(), null, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a prompt's name must be small letters, digits and '-', like thank-you, was '" + name + "'");
        }
        return name;
    }
}
