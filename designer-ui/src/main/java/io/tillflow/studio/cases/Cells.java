package io.tillflow.studio.cases;

import static io.tillflow.studio.cases.CaseFile.JSON;

import io.tillflow.rules.Feel;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Values as people write them into cells: texts as they are, everything else as FEEL does. */
final class Cells {
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,40})(?:\\.\\d{1,40})?");
    private static final Set<String> NUMBERS = Set.of("number", "integer", "long", "double");
    private static final Set<String> TEXTS = Set.of(
            "string", "date", "time", "dateTime", "date and time", "dayTimeDuration", "yearMonthDuration", "duration");

    private Cells() {}

    /** Where it is not there, nothing. */
    static String show(@Nullable JsonNode value, String type) {
        if (value == null || value.isMissingNode()) {
            return "";
        }
        if (value.isString() && TEXTS.contains(type)) {
            String text = value.asString("");
            boolean clear =
                    !text.isEmpty() && text.equals(text.strip()) && !text.startsWith("\"") && !text.equals("null");
            return clear ? text : JSON.writeValueAsString(text);
        }
        return CaseFile.json(value);
    }

    /** Empty for an empty cell; throws {@link IllegalArgumentException} with the reason for one that cannot be read. */
    static Optional<JsonNode> read(String cell, String type) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (TEXTS.contains(type) && !text.startsWith("\"")) {
            return Optional.of(
                    text.equals("null")
                            ? JSON.nullNode()
                            : JSON.getNodeFactory().stringNode(text));
        }
        JsonNode value = value(text);
        boolean fits = value.isNull()
                || (NUMBERS.contains(type)
                        ? value.isNumber()
                        : type.equals("boolean") ? value.isBoolean() : !TEXTS.contains(type) || value.isString());
        if (!fits) {
            throw new IllegalArgumentException("expected a " + type + ", but \"" + text + "\" is none");
        }
        return Optional.of(value);
    }

    private static JsonNode value(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (NUMBER.matcher(text).matches()) {
            return JSON.readTree(text);
        }
        if (lower.equals("true") || lower.equals("false")) {
            return JSON.getNodeFactory().booleanNode(lower.equals("true"));
        }
        Optional<JsonNode> exact = text.matches("(?s)[\\[{\"].*") ? json(text) : Optional.empty();
        return exact.orElseGet(() -> feel(text));
    }

    /** Much of FEEL's lists and contexts is JSON, too, in which no digit is lost. */
    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text));
        } catch (JacksonException other) {
            return Optional.empty();
        }
    }

    private static JsonNode feel(String text) {
        return switch (Feel.evaluate(text, Map.of())) {
            case Feel.Outcome.Value(var value, var doubts) when doubts.isEmpty() -> JSON.valueToTree(value);
            case Feel.Outcome.Value(var value, var doubts) ->
                throw new IllegalArgumentException("\"" + text + "\" is no value; a text stands in quotes");
            case Feel.Outcome.Broken(var why, var line, var column) ->
                throw new IllegalArgumentException("\"" + text + "\" is not readable FEEL: " + why);
        };
    }
}
