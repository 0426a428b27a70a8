package io.tillflow.studio.tasks;

import io.tillflow.studio.tasks.TaskQuery.Part;
import io.tillflow.studio.tasks.TaskQuery.Sort;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.util.MultiValueMap;

/** A query as an address writes it. */
final class TaskParameters {

    private TaskParameters() {}

    static TaskQuery parse(MultiValueMap<String, String> given) {
        return new TaskQuery(
                one(given, "part", Part.class).orElse(Part.ALL),
                text(given, "q").orElse(""),
                text(given, "process"),
                text(given, "group"),
                one(given, "priority", Priority.class),
                text(given, "late").filter("true"::equals).isPresent(),
                one(given, "sort", Sort.class).orElse(Sort.DUE));
    }

    private static Optional<String> text(MultiValueMap<String, String> given, String name) {
        return Optional.ofNullable(given.getFirst(name)).filter(it -> !it.isBlank());
    }

    private static <E extends Enum<E>> Optional<E> one(
            MultiValueMap<String, String> given, String name, Class<E> values) {
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
