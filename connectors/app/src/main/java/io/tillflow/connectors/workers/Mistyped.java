package io.tillflow.connectors.workers;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says which field of a step holds what its action cannot use, without what it holds. */
final class Mistyped {
    private Mistyped() {}

    /** Empty for any other failure. */
    static Optional<String> said(Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof JsonMappingException wrong) {
                return Optional.of(sentence(wrong));
            }
        }
        return Optional.empty();
    }

    private static String sentence(JsonMappingException wrong) {
        if (wrong.getCause() instanceof IllegalArgumentException said && said.getMessage() != null) {
            return said.getMessage();
        }
        String field = wrong.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        Class<?> wanted = wrong instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return "expected the variable " + (field.isEmpty() ? "of this step" : field) + " to be " + kind(wanted)
                + ", but it is something else: correct that field of the step";
    }

    private static String kind(@Nullable Class<?> wanted) {
        if (wanted == null) {
            return "another kind of value";
        }
        if (wanted.isEnum()) {
            return "one of " + Arrays.toString(wanted.getEnumConstants());
        }
        if (wanted == int.class || wanted == Integer.class || wanted == long.class || wanted == Long.class) {
            return "a whole number";
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return "true or false";
        }
        if (Map.class.isAssignableFrom(wanted) || wanted.isRecord()) {
            return "a context";
        }
        if (Collection.class.isAssignableFrom(wanted)) {
            return "a list";
        }
        return Number.class.isAssignableFrom(wanted) || wanted.isPrimitive() ? "a number" : "a text";
    }
}
