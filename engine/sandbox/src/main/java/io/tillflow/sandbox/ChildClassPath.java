package io.tillflow.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The engine's class path, laid out on disk once per JVM: a child cannot read jars inside our jar. */
final class ChildClassPath {
    private final Path folder;
    private final String value;

    private ChildClassPath(Path folder, String value) {
        this.folder = folder;
        this.value = value;
    }

    static ChildClassPath unpacked() {
        return Unpacked.ONCE;
    }

    /** As `java -cp` takes it. */
    String value() {
        return value;
    }

    Path folder() {
        return folder;
    }

    private static ChildClassPath unpack() {
        try {
            Path folder = Files.createTempDirectory("tillflow-sandbox");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "sandbox-clean-up"));
            String index = new String(read("index").readAllBytes(), StandardCharsets.UTF_8).strip();
            String[] names = Stream.concat(
                            Stream.of("sandbox-child.jar"),
                            Arrays.stream(index.split(":", -1)).map(entry -> entry.replace("./", "")))
                    .toArray(String[]::new);
            for (String name : names) {
                try (InputStream jar = read(name)) {
                    Files.copy(jar, folder.resolve(name));
                }
            }
            return new ChildClassPath(
                    folder,
                    Arrays.stream(names)
                            .map(name -> folder.resolve(name).toString())
                            .collect(Collectors.joining(File.pathSeparator)));
        } catch (IOException e) {
            throw new SandboxFailed("cannot lay out the sandbox engine in the folder for temporary files", e);
        }
    }

    private static InputStream read(String name) {
        InputStream stream = ChildClassPath.class.getResourceAsStream("lib/" + name);
        if (stream == null) {
            throw new SandboxFailed("expected " + name + " inside the sandbox jar: it was built without its engine");
        }
        return stream;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException ignored) {
            // a folder for temporary files: the machine cleans what we cannot
        }
    }

    /** Unpacked at first use. */
    private static final class Unpacked {
        static final ChildClassPath ONCE = unpack();
    }
}
