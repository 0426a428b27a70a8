package io.tillflow.connectors.ai.local;

import io.tillflow.connectors.ai.Shape;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Facts that can be told by their form alone.
 *
 * @param missing what the shape requires and nothing in the text looks like
 */
record Findings(Map<String, @Nullable Object> fields, List<String> missing) {
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.,-])-?\\d{1,12}(?:[.,]\\d{1,6})?(?![\\w-]|[.,]\\d)");
    private static final Pattern DATE = Pattern.compile("\\b(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4})\\b");
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}0-9._%+-]{1,64}@[\\p{L}0-9-]{1,63}(?:\\.[\\p{L}0-9-]{1,63})+");
    private static final DateTimeFormatter GERMAN =
            DateTimeFormatter.ofPattern("d.M.uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST_PATTERN = 200;

    static Findings in(String text, Shape shape) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        shape.properties().forEach((name, schema) -> {
            Optional<?> found = find(text, name, schema);
            found.ifPresent(value -> fields.put(name, value));
            if (found.isEmpty() && shape.required().contains(name)) {
                missing.add(name);
            }
        });
        return new Findings(fields, missing);
    }

    private static Optional<?> find(String text, String name, JsonNode schema) {
        String type = schema.path("type").asString("string");
        if (schema.path("enum").isArray()) {
            return listed(text, schema.path("enum"));
        }
        return switch (type) {
            case "integer" ->
                number(text, name).filter(it -> it == Math.rint(it)).map(Double::longValue);
            case "number" -> number(text, name);
            case "string" -> string(text, schema);
            default -> Optional.empty();
        };
    }

    private static Optional<String> listed(String text, JsonNode words) {
        return words.valueStream()
                .map(word -> word.asString(""))
                .filter(word -> Pattern.compile("(?iU)\\b" + Pattern.quote(word.replace('_', ' ')) + "\\b")
                        .matcher(text)
                        .find())
                .findFirst();
    }

    private static Optional<String> string(String text, JsonNode schema) {
        String pattern = schema.path("pattern").asString("");
        if (!pattern.isEmpty()) {
            return pattern.length() > LONGEST_PATTERN
                    ? Optional.empty()
                    : first(Pattern.compile(unbound(pattern)), text);
        }
        return switch (schema.path("format").asString("")) {
            case "date" -> first(DATE, text).flatMap(Findings::date);
            case "email" -> first(EMAIL, text);
            default -> Optional.empty();
        };
    }

    /** A schema's pattern is about the whole value, which stands somewhere in the text. */
    private static String unbound(String pattern) {
        return pattern.replaceAll("^\\^|\\$$", "");
    }

    private static Optional<String> first(Pattern form, String text) {
        Matcher found = form.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    private static Optional<String> date(String found) {
        try {
            return Optional.of(
                    (found.contains(".") ? LocalDate.parse(found, GERMAN) : LocalDate.parse(found)).toString());
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** The first number after the property's name, else the last before it; without that name only a single one is sure. */
    private static Optional<Double> number(String text, String name) {
        String plain =
                DATE.matcher(text).replaceAll(found -> " ".repeat(found.group().length()));
        List<MatchResult> numbers = NUMBER.matcher(plain).results().toList();
        Matcher named = Pattern.compile("(?iU)\\b" + Pattern.quote(words(name))).matcher(plain);
        if (numbers.size() < 2 || !named.find()) {
            return numbers.size() == 1 ? Optional.of(value(numbers.getFirst())) : Optional.empty();
        }
        return numbers.stream()
                .filter(number -> number.start() >= named.end())
                .findFirst()
                .or(() -> Optional.of(numbers.getLast()))
                .map(Findings::value);
    }

    private static double value(MatchResult number) {
        return Double.parseDouble(number.group().replace(',', '.'));
    }

    /** orderTotal as "order total". */
    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2")
                .replaceAll("[_-]+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
