package io.tillflow.launcher.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
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

    /** As Spring Boot packs it. */
    private AppImage packed() throws IOException {
        Manifest manifest = new Manifest(new ByteArrayInputStream("""
                Manifest-Version: 1.0
                Main-Class: boot.Loader
                Start-Class: shop.Main
                Spring-Boot-Classes: BOOT-INF/classes/
                Spring-Boot-Lib: BOOT-INF/lib/
                """.getBytes(StandardCharsets.UTF_8)));
        Path jar = folder.resolve("shop.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (String name : List.of(
                    "boot/Loader.class",
                    "META-INF/services/java.nio.file.spi.FileSystemProvider",
                    "META-INF/VAADIN/config/flow-build-info.json",
                    "BOOT-INF/classes/",
                    "BOOT-INF/classes/shop/",
                    "BOOT-INF/classes/shop/Main.class",
                    "BOOT-INF/lib/",
                    "BOOT-INF/lib/a.jar",
                    "BOOT-INF/lib/the-largest.jar",
                    "BOOT-INF/lib/larger.jar")) {
                out.putNextEntry(new JarEntry(name));
                out.write((name.endsWith("/") ? "" : name).getBytes(StandardCharsets.UTF_8));
            }
        }
        return new AppImage("shop", jar, folder.resolve("cache"));
    }

    @Test
    void isTheApplicationsOwnClassesAndItsLibrariesTheLargestFirst() throws IOException {
        AppImage image = packed();
        image.provide();
        assertThat(image.isApart()).isTrue();
        try (JarFile own = new JarFile(image.runnable().toFile())) {
            Attributes attributes = own.getManifest().getMainAttributes();
            assertThat(attributes.getValue(Attributes.Name.MAIN_CLASS)).isEqualTo("shop.Main");
            assertThat(attributes.getValue(Attributes.Name.CLASS_PATH))
                    .isEqualTo("lib/the-largest.jar lib/larger.jar lib/a.jar");
            assertThat(own.stream().map(JarEntry::getName))
                    .containsExactly(
                            "META-INF/MANIFEST.MF",
                            "shop/",
                            "shop/Main.class",
                            "META-INF/VAADIN/config/flow-build-info.json");
            assertThat(own.getInputStream(own.getEntry("shop/Main.class")).readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("BOOT-INF/classes/shop/Main.class");
        }
        assertThat(image.runnable().resolveSibling("lib/a.jar")).hasContent("BOOT-INF/lib/a.jar");
    }

    @Test
    void whatIsNoJarRunsAsItIs() throws IOException {
        Path jar = Files.writeString(folder.resolve("shop.jar"), "no jar");
        AppImage image = new AppImage("shop", jar, folder.resolve("cache"));
        assertThat(image.isApart()).isFalse();
        assertThat(image.runnable()).isEqualTo(jar);
    }
}
