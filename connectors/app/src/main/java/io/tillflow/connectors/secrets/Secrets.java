package io.tillflow.connectors.secrets;

import io.tillflow.connectors.provider.NotSetUp;
import io.tillflow.connectors.secrets.SecretBook.Known;
import io.tillflow.connectors.secrets.SecretBook.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps secrets, replaces their placeholders, and takes their values out of whatever leaves this process again. */
public final class Secrets {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*secrets\\.([^}\\s]*)\\s*}}");
    private static final int SHORTEST = 4;
    private static final int LONGEST = 8_000;

    private final Keyring keys;
    private final SecretBook book;
    private final SecretSources sources;
    private final Redaction redaction;

    Secrets(Keyring keys, SecretBook book, SecretSources sources, Redaction redaction) {
        this.keys = keys;
        this.book = book;
        this.sources = sources;
        this.redaction = redaction;
    }

    /** What may be known about a secret: everything but its value. */
    public record Shown(
            String name,
            String source,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            @Nullable Instant lastUsedAt,
            List<String> usedBy) {}

    public void set(SecretName name, String value, String by) {
        if (!isLongEnough(value) || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "expected the value of " + name + " to have " + SHORTEST + " to " + LONGEST + " characters");
        }
        if (by.isBlank()) {
            throw new IllegalArgumentException("by must say who sets " + name);
        }
        book.put(name, keys.seal(name, value), by);
    }

    /** Whether a value can be told from the words of other texts; blank and very short ones count as absent everywhere. */
    static boolean isLongEnough(String value) {
        return value.strip().length() >= SHORTEST;
    }

    public boolean delete(SecretName name) {
        return book.delete(name);
    }

    public List<Shown> all() {
        Map<String, Shown> shown = new TreeMap<>();
        List<Use> uses = book.uses();
        for (Known known : book.all()) {
            shown.put(known.name(), shown(known.name(), "database", known, uses));
        }
        sources.names().forEach((name, source) -> shown.put(name, shown(name, source, null, uses)));
        return new ArrayList<>(shown.values());
    }

    private static Shown shown(String name, String source, @Nullable Known known, List<Use> uses) {
        List<Use> own = uses.stream().filter(use -> use.name().equals(name)).toList();
        return new Shown(
                name,
                source,
                known == null ? null : known.changedAt(),
                known == null ? null : known.changedBy(),
                own.isEmpty() ? null : own.getFirst().usedAt(),
                own.stream().map(Use::usedBy).toList());
    }

    /**
     * Replaces every placeholder of a text.
     *
     * @param usedBy who asks, for instance a process and its step
     */
    public String resolve(String text, String usedBy) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (placeholder.find()) {
            String value = value(new SecretName(placeholder.group(1)), usedBy);
            placeholder.appendReplacement(resolved, Matcher.quoteReplacement(value));
        }
        return placeholder.appendTail(resolved).toString();
    }

    /** Whether a text mentions a secret, in a field where none is replaced. */
    public static boolean mentions(String text) {
        return PLACEHOLDER.matcher(text).find();
    }

    /** A provider's key by its name; also remembered for redaction. */
    public String value(SecretName name, String usedBy) {
        String value = find(name)
                .orElseThrow(() -> new NotSetUp("expected the secret " + name
                        + ", but there is none: an administrator adds it in the studio under Connectors, Secrets"));
        redaction.remember(name, value);
        book.used(name, usedBy);
        return value;
    }

    private Optional<String> find(SecretName name) {
        return sources.find(name, () -> book.find(name).map(kept -> keys.open(name, kept)));
    }

    /** Seals with the newest key what an older one sealed; says how many. */
    int rotate() {
        if (keys.isEmpty()) {
            return 0;
        }
        List<SecretBook.Row> old = book.sealedByOthersThan(keys.sealingKey());
        for (SecretBook.Row row : old) {
            SecretName name = new SecretName(row.name());
            String value = keys.open(name, new Keyring.Sealed(row.keyId(), row.sealed()));
            book.reseal(row, keys.seal(name, value));
        }
        return old.size();
    }
}
