package io.tillflow.launcher.demo.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table with a header line, quoted as RFC 4180 says. */
final class Csv<T> {
    private final List<String> names = new ArrayList<>();
    private final List<Function<T, @Nullable Object>> columns = new ArrayList<>();

    Csv<T> column(String name, Function<T, @Nullable Object> value) {
        names.add(name);
        columns.add(value);
        return this;
    }

    void write(Path file, Collection<T> rows) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(",", names));
        for (T row : rows) {
            lines.add(columns.stream().map(column -> cell(column.apply(row))).collect(Collectors.joining(",")));
        }
        Files.write(file, lines);
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
