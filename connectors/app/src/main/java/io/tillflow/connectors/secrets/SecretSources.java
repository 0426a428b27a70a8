package io.tillflow.connectors.secrets;

import io.tillflow.connectors.provider.ProviderUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Secrets that production gives from outside: {@code TILLFLOW_SECRET_NAME} in the environment, a file of that name in a
 * folder, as container platforms mount them, or a key of a vault's document; the first that has it counts.
 */
final class SecretSources {
    private static final Logger log = LoggerFactory.getLogger(SecretSources.class);
    private static final String PREFIX = "TILLFLOW_SECRET_";

    private final Map<String, String> environment;
    private final @Nullable Path folder;
    private final @Nullable VaultSecrets vault;

    SecretSources(Map<String, String> environment, @Nullable Path folder, @Nullable VaultSecrets vault) {
        this.environment = environment;
        this.folder = folder;
        this.vault = vault;
    }

    Optional<String> find(SecretName name) {
        String given = environment.get(PREFIX + name.value());
        return given != null && !given.isBlank()
                ? Optional.of(given)
                : inFolder(name).or(() -> inVault(name));
    }

    private Optional<String> inVault(SecretName name) {
        return vault == null ? Optional.empty() : vault.find(name);
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
        inVault().forEach(name -> names.put(name, "vault"));
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

    /** None while it does not answer: what is kept elsewhere can still be looked at. */
    private List<String> inVault() {
        try {
            return vault == null
                    ? List.of()
                    : vault.values().keySet().stream()
                            .filter(SecretSources::isName)
                            .toList();
        } catch (ProviderUnavailable | IllegalStateException trouble) {
            log.warn("secrets of the vault are not listed: {}", trouble.getMessage());
            return List.of();
        }
    }

    private static boolean isName(String text) {
        return text.matches("[A-Z][A-Z0-9_]{0,63}");
    }
}
