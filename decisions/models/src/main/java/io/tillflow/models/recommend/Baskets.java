package io.tillflow.models.recommend;

import io.tillflow.models.table.BadData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line a basket, its items apart by commas and taken as they are written. */
final class Baskets {
    private Baskets() {}

    /** An empty line is an empty basket; an item twice in a basket counts once. */
    static List<List<String>> read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            Map<String, String> known = new HashMap<>();
            return lines.map(line -> items(line, known)).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new BadData(file + " cannot be read as text in UTF-8: expected a line a basket");
        }
    }

    /** Each name is kept once, since a million orders name the same things again and again. */
    private static List<String> items(String line, Map<String, String> known) {
        return List.copyOf(Stream.of(line.split(","))
                .filter(item -> !item.isBlank())
                .map(item -> known.computeIfAbsent(item, same -> same))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
