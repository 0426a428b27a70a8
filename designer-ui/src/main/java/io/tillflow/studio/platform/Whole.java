package io.tillflow.studio.platform;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether what came from outside has all that its record promises: whoever sent it may be of another version, or wrong. */
public final class Whole {
    private Whole() {}

    /** The first thing that is null although its record does not say that it may be, like {@code lines[2].name}. */
    public static Optional<String> missing(Object answer) {
        return switch (answer) {
            case List<?> list -> missing(list);
            case Object[] array -> missing(Arrays.asList(array));
            case Record whole ->
                List.of(whole.getClass().getRecordComponents()).stream()
                        .flatMap(it -> missing(whole, it).stream())
                        .findFirst();
            default -> Optional.empty();
        };
    }

    private static Optional<String> missing(List<? extends @Nullable Object> list) {
        return IntStream.range(0, list.size())
                .boxed()
                .flatMap(at -> Optional.ofNullable(list.get(at))
                        .map(it -> missing(it).map(inner -> "[" + at + "]." + inner))
                        .orElseGet(() -> Optional.of("[" + at + "]"))
                        .stream())
                .findFirst();
    }

    private static Optional<String> missing(Record whole, RecordComponent part) {
        Object value = value(whole, part);
        if (value == null) {
            return part.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    ? Optional.empty()
                    : Optional.of(part.getName());
        }
        return missing(value).map(it -> part.getName() + (it.startsWith("[") ? "" : ".") + it);
    }

    private static @Nullable Object value(Record whole, RecordComponent part) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(whole);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(whole.getClass() + " does not tell its " + part.getName(), e);
        }
    }
}
