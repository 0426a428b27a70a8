package io.tillflow.exporter;

import io.tillflow.exporter.store.Database;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of this jar's small programs: {@code --name value} and flags. */
final class Arguments {

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();

    /** Reads them; an unknown one or a missing value is refused with a sentence. */
    Arguments(String[] args, Set<String> knownValues, Set<String> knownFlags) {
        for (int i = 0; i < args.length; i++) {
            String name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (knownFlags.contains(name)) {
                flags.add(name);
            } else if (knownValues.contains(name) && i + 1 < args.length) {
                values.put(name, args[++i]);
            } else {
                throw new IllegalArgumentException("expected --" + String.join(" …, --", knownValues) + " …"
                        + (knownFlags.isEmpty() ? "" : ", --" + String.join(", --", knownFlags)) + ", but was "
                        + args[i]);
            }
        }
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    String value(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException("expected --" + name + " and a value"));
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    long number(String name, long whenAbsent) {
        return optional(name).map(Long::parseLong).orElse(whenAbsent);
    }

    /** The database, from --url, --user and --password or the suite's environment variables. */
    Database database() {
        return new Database(
                connection("url", "TILLFLOW_DATABASE_URL"),
                connection("user", "TILLFLOW_DATABASE_USER"),
                connection("password", "TILLFLOW_DATABASE_PASSWORD"));
    }

    private String connection(String name, String variable) {
        return optional(name)
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .orElseThrow(() -> new IllegalArgumentException("expected --" + name + " or " + variable));
    }

    Path directory(String name) {
        return Path.of(value(name));
    }
}
