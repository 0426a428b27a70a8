package io.tillflow.studio.tasks;

import io.tillflow.studio.tasks.TaskQuery.Part;
import io.tillflow.studio.tasks.TaskQuery.Sort;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A query as an address writes it. */
final class TaskParameters {

    private TaskParameters() {}

    /** What is absent is as in the other query. */
    static TaskQuery parse(Map<String, List<String>> given, TaskQuery otherwise) {
        return new TaskQuery(
                one(given, "part", Part.class).orElse(otherwise.part()),
                text(given, "q").orElse(""),
                text(given, "process"),
                text(given, "group"),
                one(given, "priority", Priority.class),
                text(given, "late").filter("true"::equals).isPresent(),
                one(given, "sort", Sort.class).orElse(otherwise.sort()));
    }

    /** The address of a query; what is as in the other one is left out. */
    static Map<String, List<String>> address(TaskQuery query, TaskQuery otherwise) {
        Map<String, List<String>> address = new LinkedHashMap<>();
        if (query.part() != otherwise.part()) {
            put(address, "part", word(query.part()));
        }
        if (!query.text().isBlank()) {
            put(address, "q", query.text().strip());
        }
        query.process().ifPresent(it -> put(address, "process", it));
        query.group().ifPresent(it -> put(address, "group", it));
        query.priority().ifPresent(it -> put(address, "priority", word(it)));
        if (query.late()) {
            put(address, "late", "true");
        }
        if (query.sort() != otherwise.sort()) {
            put(address, "sort", word(query.sort()));
        }
        return address;
    }

    private static void put(Map<String, List<String>> address, String name, String value) {
        address.put(name, List.of(value));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<String> text(Map<String, List<String>> given, String name) {
        return given.getOrDefault(name, List.of()).stream().findFirst().filter(it -> !it.isBlank());
    }

    private static <E extends Enum<E>> Optional<E> one(Map<String, List<String>> given, String name, Class<E> values) {
        return text(given, name).map(it -> one(it, name, values));
    }

    static <E extends Enum<E>> E one(String text, String name, Class<E> values) {
        return Arrays.stream(values.getEnumConstants())
                .filter(it -> it.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected " + name + " to be one of "
                        + Arrays.toString(values.getEnumConstants()).toLowerCase(Locale.ROOT) + ", but it is " + text));
    }
}
