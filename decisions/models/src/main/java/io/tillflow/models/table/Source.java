package io.tillflow.models.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where data lies: a single file, or a folder in which files are found by their usual name or else by their columns. */
public record Source(Path path) {
    public Source {
        if (!Files.exists(path)) {
            throw new BadData(path + " does not exist: expected a data file, or a folder with one");
        }
    }

    /** The file itself, else the folder's usual file, else the first in the order of names that has the columns. */
    public Path file(String usual, String... columns) {
        return find(usual, columns)
                .orElseThrow(() -> new BadData("expected " + usual + " in " + path
                        + (columns.length == 0
                                ? ""
                                : ", or a .csv file with the columns " + String.join(",", columns))));
    }

    /** As {@link #file}, or nothing. */
    public Optional<Path> find(String usual, String... columns) {
        if (Files.isRegularFile(path)) {
            return Optional.of(path);
        }
        for (Path known :
                List.of(path.resolve(usual), path.resolve(Path.of(usual).getFileName()))) {
            if (Files.isRegularFile(known)) {
                return Optional.of(known);
            }
        }
        return columns.length == 0
                ? Optional.empty()
                : files().stream().filter(file -> hasColumns(file, columns)).findFirst();
    }

    /** All .csv files below that have the columns, or the file itself. */
    public List<Path> all(String... columns) {
        return Files.isRegularFile(path)
                ? List.of(path)
                : files().stream().filter(file -> hasColumns(file, columns)).toList();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(path, 3)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + path, e);
        }
    }

    private static boolean hasColumns(Path file, String... columns) {
        try (Stream<String> lines = Files.lines(file)) {
            List<String> header = lines.findFirst().stream()
                    .flatMap(line -> Stream.of(line.split(",")))
                    .map(name -> name.replace("\"", "").strip().toLowerCase(java.util.Locale.ROOT))
                    .toList();
            return Stream.of(columns).allMatch(header::contains);
        } catch (IOException | UncheckedIOException ignored) {
            return false;
        }
    }
}
