package io.tillflow.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.launcher.dist.Distribution;
import io.tillflow.launcher.settings.Secrets;
import io.tillflow.launcher.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZeebeTest {

    @TempDir
    private Path home;

    @Test
    void aBrokerOfAnEarlierReleaseIsAnotherOneThanTheOneThatIsNotUnpackedYet() throws IOException {
        Settings settings = Settings.load(home, Map.of(), Map.of());
        settings.folders().create();
        String absent = fingerprint(settings);

        Path lib =
                settings.folders().dist().resolve(Distribution.ZEEBE.folder()).resolve("lib");
        Files.createDirectories(lib);
        Files.createFile(lib.resolve("zeebe-broker.jar"));

        assertThat(fingerprint(settings)).isNotEqualTo(absent);
    }

    private static String fingerprint(Settings settings) {
        return Suite.of(settings, Secrets.loadOrGenerate(settings.folders().secrets())).children().stream()
                .filter(child -> child.name().equals("zeebe"))
                .findFirst()
                .orElseThrow()
                .command()
                .fingerprint();
    }
}
