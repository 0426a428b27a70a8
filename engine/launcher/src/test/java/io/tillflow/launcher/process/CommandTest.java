package io.tillflow.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {

    @TempDir
    private Path folder;

    @Test
    void writesTheOutputToTheLogAndPassesOnlyItsEnvironment() throws IOException, InterruptedException {
        Path log = folder.resolve("logs/child.log");
        Command command = new Command(List.of("sh", "-c", "env; echo oops >&2"), Map.of("COLOUR", "teal"), folder);

        assertThat(command.start(log).waitFor()).isZero();

        assertThat(Files.readString(log)).contains("COLOUR=teal", "oops").doesNotContain("MAVEN", "JAVA_");
    }

    @Test
    void startsASessionOfItsOwnUnderTheSameId() throws IOException, InterruptedException {
        Path log = folder.resolve("child.log");
        Command command = new Command(List.of("sh", "-c", "ps -o sid= -p $$"), Map.of(), folder);

        Process process = command.start(log);
        process.waitFor();

        assertThat(Files.readString(log).strip()).isEqualTo(Long.toString(process.pid()));
    }

    @Test
    void stepsBackForOthersUnderTheSameId() throws IOException, InterruptedException {
        Path log = folder.resolve("child.log");
        String report = "echo $$; nice; cat /proc/self/autogroup 2>/dev/null || true";
        Command command = new Command(List.of("sh", "-c", report), Map.of(), folder).behindOthers(7);

        Process process = command.start(log);
        process.waitFor();

        List<String> lines = Files.readAllLines(log);
        assertThat(lines.get(0)).isEqualTo(Long.toString(process.pid()));
        assertThat(Integer.parseInt(lines.get(1))).isGreaterThanOrEqualTo(7);
        assertThat(lines.stream().skip(2)).allSatisfy(group -> assertThat(group).endsWith("nice 7"));
    }

    @Test
    void hasAFingerprintThatEverySettingChanges() {
        Command command = new Command(List.of("a", "b"), Map.of("x", "1"), folder);

        assertThat(new Command(List.of("a", "b"), Map.of("x", "1"), folder).fingerprint())
                .isEqualTo(command.fingerprint());
        assertThat(new Command(List.of("a", "c"), Map.of("x", "1"), folder).fingerprint())
                .isNotEqualTo(command.fingerprint());
        assertThat(new Command(List.of("a", "b"), Map.of("x", "2"), folder).fingerprint())
                .isNotEqualTo(command.fingerprint());
    }
}
