package io.tillflow.launcher.suite;

import io.tillflow.launcher.dist.Distributions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * An app's jar taken apart once, because the JVM can share classes between starts only from plain jars: that, with the
 * archive the JVM writes when it first ends, halves the CPU time of later starts.
 */
record AppImage(String name, Path jar, Path cache) {

    private static final Attributes.Name START = new Attributes.Name("Start-Class");
    private static final Attributes.Name CLASSES = new Attributes.Name("Spring-Boot-Classes");
    private static final Attributes.Name LIBRARIES = new Attributes.Name("Spring-Boot-Lib");
    private static final String META_INF = "META-INF/";

    /** What Spring Boot adds for jars inside of a jar. */
    private static final Set<String> OF_THE_LOADER =
            Set.of(JarFile.MANIFEST_NAME, "META-INF/BOOT.SF", "META-INF/services/java.nio.file.spi.FileSystemProvider");

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
            return manifest != null && manifest.getMainAttributes().getValue(CLASSES) != null;
        }
    }

    private void takeApart(Path draft) throws IOException {
        Path libraries = Files.createDirectories(draft.resolve("lib"));
        try (JarFile built = new JarFile(jar.toFile())) {
            Attributes attributes = built.getManifest().getMainAttributes();
            for (var library : under(built, attributes.getValue(LIBRARIES)).entrySet()) {
                Files.copy(built.getInputStream(library.getValue()), libraries.resolve(library.getKey()));
            }
            Map<String, JarEntry> own = under(built, attributes.getValue(CLASSES));
            under(built, META_INF).forEach((name, entry) -> own.putIfAbsent(META_INF + name, entry));
            own.keySet().removeAll(OF_THE_LOADER);
            attributes.put(Attributes.Name.MAIN_CLASS, attributes.getValue(START));
            attributes.put(
                    Attributes.Name.CLASS_PATH,
                    ClassPath.of(libraries).stream()
                            .map(library -> "lib/" + library.getFileName())
                            .collect(Collectors.joining(" ")));
            try (OutputStream file = Files.newOutputStream(draft.resolve(jar.getFileName()));
                    JarOutputStream out = new JarOutputStream(file, built.getManifest())) {
                out.setLevel(Deflater.BEST_SPEED);
                for (var entry : own.entrySet()) {
                    out.putNextEntry(new JarEntry(entry.getKey()));
                    built.getInputStream(entry.getValue()).transferTo(out);
                }
            }
        }
    }

    /** What lies in a folder of a jar, by its name there. */
    private static Map<String, JarEntry> under(JarFile built, String folder) {
        Map<String, JarEntry> found = new LinkedHashMap<>();
        built.stream()
                .filter(entry ->
                        entry.getName().startsWith(folder) && !entry.getName().equals(folder))
                .forEach(entry -> found.put(entry.getName().substring(folder.length()), entry));
        return found;
    }
}
