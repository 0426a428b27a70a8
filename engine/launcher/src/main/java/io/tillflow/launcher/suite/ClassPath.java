package io.tillflow.launcher.suite;

import io.tillflow.launcher.dist.LoopbackGossip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * In which order a JVM is to look into its jars. For each class that it may share with its next start it asks the file
 * system about every jar before the one that the class is from. A class is most likely from a large jar.
 */
final class ClassPath {

    private static final Comparator<Path> PATCHED_THEN_LARGEST =
            Comparator.comparingLong(ClassPath::rank).thenComparing(Comparator.naturalOrder());

    private ClassPath() {}

    static List<Path> of(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted(PATCHED_THEN_LARGEST)
                    .toList();
        }
    }

    private static long rank(Path jar) {
        return jar.endsWith(LoopbackGossip.JAR) ? Long.MIN_VALUE : -jar.toFile().length();
    }
}
