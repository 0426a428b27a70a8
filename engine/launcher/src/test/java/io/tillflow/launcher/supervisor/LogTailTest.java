package io.tillflow.launcher.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    private Path folder;

    @Test
    void picksTheLineThatSaysWhy() throws IOException {
        Path log = folder.resolve("studio.log");
        Files.writeString(log, "starting\nCaused by: java.net.BindException: taken\n\tat a.b.C\n\tat d.e.F\n");

        assertThat(LogTail.reason(log)).isEqualTo("Caused by: java.net.BindException: taken");
    }

    @Test
    void showsTheLastLinesOnly() throws IOException {
        Path log = folder.resolve("studio.log");
        Files.writeString(log, "x".repeat(200_000) + "\none\ntwo\n");

        assertThat(LogTail.lines(log, 2)).containsExactly("one", "two");
        assertThat(LogTail.lines(folder.resolve("none.log"), 2)).isEmpty();
    }

    @Test
    void writesAStepWithItsTime() {
        assertThat(Steps.line("zeebe", "ready on port 8084", Duration.ofMillis(9_140)))
                .startsWith("  zeebe ")
                .contains("ready on port 8084")
                .endsWith("9.1 s");
    }
}
