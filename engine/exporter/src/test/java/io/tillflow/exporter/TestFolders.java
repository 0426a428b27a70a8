package io.tillflow.exporter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where tests put what they may leave behind for a look afterwards. */
final class TestFolders {

    static final Path JAR =
            Path.of(System.getProperty("exporter.jar", "target/exporter.jar")).toAbsolutePath();
    private static final Path FOLDERS = JAR.resolveSibling("it");

    private TestFolders() {}

    static Path create(String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(FOLDERS), name + "-");
    }
}
