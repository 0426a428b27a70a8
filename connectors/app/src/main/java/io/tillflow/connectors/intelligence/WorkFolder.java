package io.tillflow.connectors.intelligence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A folder for the files of one piece of work, gone with them afterwards. */
record WorkFolder(Path path) implements AutoCloseable {
    WorkFolder() throws IOException {
        this(Files.createTempDirectory("training"));
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(path);
    }
}
