package io.tillflow.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.launcher.settings.Secrets.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void generatesOnceAndKeeps() {
        Path file = folder.resolve("secrets.properties");

        Secrets first = Secrets.loadOrGenerate(file);
        Secrets second = Secrets.loadOrGenerate(file);

        assertThat(first.fresh()).isTrue();
        assertThat(second.fresh()).isFalse();
        for (Secret secret : Secret.values()) {
            assertThat(first.get(secret)).hasSizeGreaterThanOrEqualTo(16).isEqualTo(second.get(secret));
        }
        assertThat(Arrays.stream(Secret.values()).map(first::get)).doesNotHaveDuplicates();
    }

    @Test
    void areReadableByTheirOwnerOnly() throws IOException {
        Path file = folder.resolve("secrets.properties");

        Secrets.loadOrGenerate(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void addsWhatANewerVersionNeedsWithoutTouchingTheRest() throws IOException {
        Path file = folder.resolve("secrets.properties");
        Files.writeString(file, "database-password=kept\n");

        Secrets secrets = Secrets.loadOrGenerate(file);

        assertThat(secrets.get(Secret.DATABASE_PASSWORD)).isEqualTo("kept");
        assertThat(secrets.get(Secret.CLI_TOKEN)).isNotBlank();
        assertThat(Secrets.loadOrGenerate(file).get(Secret.CLI_TOKEN)).isEqualTo(secrets.get(Secret.CLI_TOKEN));
    }
}
