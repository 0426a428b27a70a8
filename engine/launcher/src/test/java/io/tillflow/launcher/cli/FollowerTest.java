package io.tillflow.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowerTest {

    @TempDir
    private Path folder;

    @Test
    void showsWholeLinesOnceAndStartsOverWhenTheFileWasCut() throws IOException {
        Path log = folder.resolve("a.log");
        StringBuilder seen = new StringBuilder();
        Files.writeString(log, "old\n");
        Follower follower = new Follower(log, 4, seen::append);

        Files.writeString(log, "one\ntw", StandardOpenOption.APPEND);
        follower.show();
        assertThat(seen).hasToString("one\n");

        Files.writeString(log, "o\n", StandardOpenOption.APPEND);
        follower.show();
        follower.show();
        assertThat(seen).hasToString("one\ntwo\n");

        Files.writeString(log, "new\n");
        follower.show();
        assertThat(seen).hasToString("one\ntwo\nnew\n");
    }

    @Test
    void waitsForAFileThatIsNotThereYet() {
        StringBuilder seen = new StringBuilder();

        new Follower(folder.resolve("later.log"), 0, seen::append).show();

        assertThat(seen).isEmpty();
    }

    @Test
    void writesTimesAsPeopleDo() {
        assertThat(StatusCommand.uptime(5)).isEqualTo("5 s");
        assertThat(StatusCommand.uptime(125)).isEqualTo("2 m 05 s");
        assertThat(StatusCommand.uptime(7_500)).isEqualTo("2 h 05 m");
    }
}
