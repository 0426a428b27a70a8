package io.tillflow.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.launcher.dist.LoopbackGossip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsPatchedComesBeforeTheLargest() throws IOException {
        Path patch = Files.writeString(folder.resolve(LoopbackGossip.JAR), "");
        Path small = Files.writeString(folder.resolve("a.jar"), "1");
        Path alike = Files.writeString(folder.resolve("b.jar"), "1");
        Path large = Files.writeString(folder.resolve("c.jar"), "11");
        Files.writeString(folder.resolve("notice.txt"), "111");
        assertThat(ClassPath.of(folder)).containsExactly(patch, large, small, alike);
    }
}
