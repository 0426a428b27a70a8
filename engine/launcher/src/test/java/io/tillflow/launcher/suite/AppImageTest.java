package io.tillflow.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppImageTest {
    private static final FileTime NEW_YEAR = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    private Path folder;

    /** As the build writes it: whatever is in it, the time is the same. */
    private AppImage image(String limit) throws IOException {
        Path jar = folder.resolve("shop.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            JarEntry entry = new JarEntry("limit.txt");
            entry.setLastModifiedTime(NEW_YEAR);
            out.putNextEntry(entry);
            out.write(limit.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        Files.setLastModifiedTime(jar, NEW_YEAR);
        return new AppImage("shop", jar, folder.resolve("cache"));
    }

    private static void takenApart(AppImage image) throws IOException {
        Path apart = image.home();
        Files.createDirectories(apart);
        Files.copy(image.jar(), apart.resolve("shop.jar"));
    }

    @Test
    void aBuildOfTheSameSizeAndTimeGetsAnImageOfItsOwn() throws IOException {
        AppImage before = image("100");
        takenApart(before);
        long size = Files.size(before.jar());
        assertThat(image("100").isApart()).isTrue();
        AppImage after = image("900");
        assertThat(Files.size(after.jar())).isEqualTo(size);
        assertThat(after.isApart()).isFalse();
        assertThat(after.runnable()).isEqualTo(after.jar());
    }

    @Test
    void whatIsNoJarRunsAsItIs() throws IOException {
        Path jar = Files.writeString(folder.resolve("shop.jar"), "no jar");
        AppImage image = new AppImage("shop", jar, folder.resolve("cache"));
        assertThat(image.isApart()).isFalse();
        assertThat(image.runnable()).isEqualTo(jar);
    }
}
