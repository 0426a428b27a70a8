package io.tillflow.launcher.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.launcher.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewerFeelTest {

    /** Where the build puts what the launcher unpacks. */
    private static final Path FETCHED = Path.of("target/dist");

    @TempDir
    private Path lib;

    @Test
    void replacesTheOneThatCameWithTheBroker() throws IOException {
        Files.writeString(lib.resolve("feel-engine-1.17.8.jar"), "the former one");
        Files.writeString(lib.resolve("dmn-engine-1.9.0.jar"), "stays");

        NewerFeel.apply(FETCHED, lib);

        assertThat(lib.toFile().list())
                .containsExactlyInAnyOrder(
                        "dmn-engine-1.9.0.jar",
                        "feel-engine-" + NewerFeel.VERSION + ".jar",
                        "java-uuid-generator-5.1.0.jar");
    }

    @Test
    void refusesWhatIsMissingOrAltered(@TempDir Path archives) throws IOException {
        assertThatThrownBy(() -> NewerFeel.apply(archives, lib))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("is missing: run ./tillflow build");

        Files.writeString(archives.resolve("feel-engine-" + NewerFeel.VERSION + ".jar"), "altered");
        Files.writeString(archives.resolve("java-uuid-generator-5.1.0.jar"), "altered");
        assertThatThrownBy(() -> NewerFeel.apply(archives, lib))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("is not the file it should be");
    }
}
