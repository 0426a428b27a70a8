package io.tillflow.connectors.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that production gives from outside: {@code TILLFLOW_SECRET_NAME} in the environment, a file of that name in a
 * folder, as container platforms mount them, or a key of a vault's document; the first that has it counts.
 */
final class SecretSources {
    private static final String PREFIX = "TILLFLOW_SECRET_";

    private final Map<String, String> environment;
    private final @Nullable Path folder;
    private final @Nullable VaultSecrets vault;

    SecretSources(Map<String, String> environment, @Nullable Path folder, @Nullable VaultSecrets vault) {
        this.environment = environment;
        this.folder = folder;
        this.vault = vault;
    }

    Optional<VaultSecrets> vault() {
        return Optional.ofNullable(vault);
    }

    /** @param elsewhere where else a secret may be that none of these has */
    Optional<String> find(SecretName name, Supplier<Optional<String>> elsewhere) {
        Optional<String> near = inEnvironment(name).or(() -> inFolder(name));
        if (near.isPresent()) {
            return near;
        }
        return vault == null ? elsewhere.get() : vault.find(name, elsewhere);
    }

    private Optional<String> inEnvironment(SecretName name) {
        return Optional.ofNullable(environment.get(PREFIX + name.value())).filter(Secrets::isLongEnough);
    }

    private Optional<String> inFolder(SecretName name) {
        Path file = folder == null ? null : folder.resolve(name.value());
        if (file == null || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).strip()).filter(Secrets::isLongEnough);
        } catch (IOException e) {
            throw new IllegalStateException("expected to read the secret " + name + " from its file, but: " + e, e);
        }
    }

    /** Name to where it comes from. */
    Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        if (vault != null) {
            vault.names().stream().filter(SecretSources::isName).forEach(name -> names.put(name, "vault"));
        }
        if (folder != null && Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> isName(name) && isFile(new SecretName(name)))
                        .forEach(name -> names.put(name, "file"));
            } catch (IOException e) {
                throw new IllegalStateException("expected to list the folder of secrets, but: " + e, e);
            }
        }
        environment.keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()))
                .filter(name ->
                        isName(name) && inEnvironment(new SecretName(name)).isPresent())
                .forEach(name -> names.put(name, "environment"));
        return names;
    }

    /** One that cannot be read is told of when it is used. */
    private boolean isFile(SecretName name) {
        try {
            return inFolder(name).isPresent();
        } catch (IllegalStateException unreadable) {
            return true;
        }
    }

    private static boolean isName(String text) {
        return text.matches("[A-Z][A-Z0-9_]{0,63}");
    }
}
