package io.tillflow.models.recommend;

import io.tillflow.models.table.BadData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** A line a basket, its items apart by commas and taken as they are written. */
final class Baskets {
    private Baskets() {}

    /** An empty line is an empty basket; an item twice in a basket counts once. */
    static List<List<String>> read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(Baskets::items).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new BadData(file + " cannot be read as text in UTF-8: expected a line a basket");
        }
    }

    private static List<String> items(String line) {
        return List.copyOf(new LinkedHashSet<>(
                Stream.of(line.split(",")).filter(item -> !item.isBlank()).toList()));
    }
}
