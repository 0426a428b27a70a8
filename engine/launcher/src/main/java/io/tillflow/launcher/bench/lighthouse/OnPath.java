package io.tillflow.launcher.bench.lighthouse;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this machine. */
final class OnPath {
    private OnPath() {}

    static Optional<Path> find(String name) {
        return find(List.of(name));
    }

    /** What the environment names, else the first of these that is there. */
    static Optional<Path> configured(String variable, Collection<String> names) {
        String set = System.getenv().getOrDefault(variable, "");
        return set.isEmpty() ? find(names) : Optional.of(Path.of(set)).filter(Files::isExecutable);
    }

    private static Optional<Path> find(Collection<String> names) {
        List<Path> folders = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList();
        return names.stream()
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
