package io.tillflow.launcher.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.launcher.settings.Folders;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

    @TempDir
    private Path data;

    @Test
    void letsOneLauncherInAtATime() {
        Folders folders = new Folders(data, data.resolve("logs"), data.resolve("archive"));

        try (FolderLock first = FolderLock.take(folders).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(FolderLock.take(folders)).isEmpty();
        }

        FolderLock.take(folders).orElseThrow().close();
    }
}
