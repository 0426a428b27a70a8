package io.tillflow.connectors.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that production gives from outside: {@code TILLFLOW_SECRET_NAME} in the environment, or a file of that name in a
 * folder, as container platforms mount them.
 */
final class SecretSources {
    private static final String PREFIX = "TILLFLOW_SECRET_";

    private final Map<String, String> environment;
    private final @Nullable Path folder;

    SecretSources(Map<String, String> environment, @Nullable Path folder) {
        this.environment = environment;
        this.folder = folder;
    }

    Optional<String> find(SecretName name) {
        String given = environment.get(PREFIX + name.value());
        return given != null && !given.isBlank() ? Optional.of(given) : inFolder(name);
    }

    private Optional<String> inFolder(SecretName name) {
        Path file = folder == null ? null : folder.resolve(name.value());
        if (file == null || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new IllegalStateException("expected to read the secret " + name + " from its file, but: " + e, e);
        }
    }

    /** Name to where it comes from. */
    Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        if (folder != null && Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(SecretSources::isName)
                        .forEach(name -> names.put(name, "file"));
            } catch (IOException e) {
                throw new IllegalStateException("expected to list the folder of secrets, but: " + e, e);
            }
        }
        environment.keySet().stream()
                .filter(key -> key.startsWith(PREFIX) && isName(key.substring(PREFIX.length())))
                .forEach(key -> names.put(key.substring(PREFIX.length()), "environment"));
        return names;
    }

    private static boolean isName(String text) {
        return text.matches("[A-Z][A-Z0-9_]{0,63}");
    }
}
