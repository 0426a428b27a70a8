package io.tillflow.launcher.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** Passwords and tokens, generated once for a data folder and readable by its owner only. */
public final class Secrets {

    /** What is generated. */
    public enum Secret {
        POSTGRES_PASSWORD,
        DATABASE_PASSWORD,
        SERVICE_TOKEN,
        WEBHOOK_SECRET,
        ADMIN_PASSWORD,
        CLI_TOKEN,
        SECRETS_KEY;

        private String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Properties values;
    private final boolean fresh;

    private Secrets(Properties values, boolean fresh) {
        this.values = values;
        this.fresh = fresh;
    }

    /** Reads the file; what it lacks is generated and kept. */
    public static Secrets loadOrGenerate(Path file) {
        boolean fresh = !Files.exists(file);
        Properties values = fresh ? new Properties() : read(file);
        SecureRandom random = new SecureRandom();
        boolean changed = false;
        for (Secret secret : Secret.values()) {
            changed |= values.putIfAbsent(secret.key(), generate(secret, random)) == null;
        }
        if (changed) {
            write(file, values);
        }
        return new Secrets(values, fresh);
    }

    /** What was generated before, if the suite was ever started. */
    public static Optional<Secrets> load(Path file) {
        return Files.exists(file) ? Optional.of(new Secrets(read(file), false)) : Optional.empty();
    }

    public String get(Secret secret) {
        return values.getProperty(secret.key(), "");
    }

    /** True on the first start of a data folder, when people have not seen the password yet. */
    public boolean fresh() {
        return fresh;
    }

    private static String generate(Secret secret, SecureRandom random) {
        byte[] bytes = new byte[secret == Secret.ADMIN_PASSWORD ? 12 : 32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Properties read(Path file) {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return values;
    }

    private static void write(Path file, Properties values) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer writer = Files.newBufferedWriter(draft)) {
                values.store(writer, "Generated once for this data folder. Keep it; share it with nobody.");
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
