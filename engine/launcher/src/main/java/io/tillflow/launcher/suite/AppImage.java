package io.tillflow.launcher.suite;

import io.tillflow.launcher.dist.Distributions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * An app's jar taken apart once, because the JVM can share classes between starts only from plain jars: that, with the
 * archive the JVM writes when it first ends, halves the CPU time of later starts.
 */
record AppImage(String name, Path jar, Path cache) {

    /** Named after what is in the jar: two builds have the same time, and may have the same size. */
    Path home() throws IOException {
        CRC32 content = new CRC32();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                String line = entry.getName() + '=' + entry.getCrc() + '\n';
                content.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return images().resolve(Long.toHexString(Files.size(jar)) + "-" + Long.toHexString(content.getValue()));
    }

    private Path images() {
        return cache.resolve("apps").resolve(name);
    }

    /** The jar to start: the one of the image where there is one. */
    Path runnable() {
        try {
            Path apart = home().resolve(jar.getFileName());
            return Files.exists(apart) ? apart : jar;
        } catch (IOException e) {
            return jar;
        }
    }

    /** Where the JVM keeps the classes it has loaded before, of jars as {@link Jvm#JARS_AS_OF_21} reads them. */
    Path sharedClasses() {
        return runnable().resolveSibling(name + "-21.jsa");
    }

    boolean isApart() {
        return !runnable().equals(jar);
    }

    void provide() throws IOException {
        Path folder = home();
        if (Files.isDirectory(folder) || !isSpringBoot()) {
            return;
        }
        Files.createDirectories(images());
        try (Stream<Path> old = Files.list(images())) {
            for (Path image : old.toList()) {
                Distributions.delete(image);
            }
        }
        Path draft = images().resolve("draft");
        takeApart(draft);
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private boolean isSpringBoot() throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            return manifest != null
                    && manifest.getMainAttributes().getValue(new Attributes.Name("Spring-Boot-Classes")) != null;
        }
    }

    private void takeApart(Path draft) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        draft.toString()))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("taking " + jar + " apart failed: "
                        + said.lines().findFirst().orElse(""));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while taking " + jar + " apart", e);
        }
    }
}
