package io.tillflow.storefront.language;

import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How days and times are written in a language.
 *
 * @param day "Wednesday"
 * @param longDay "Wednesday 2 December"
 * @param shortDay "Wed 2 Dec"
 * @param dayTime "Wed 10:33"
 * @param dateTime "2 Dec 10:33"
 * @param date "2 December 2026"
 */
public record Dates(
        DateTimeFormatter day,
        DateTimeFormatter longDay,
        DateTimeFormatter shortDay,
        DateTimeFormatter time,
        DateTimeFormatter dayTime,
        DateTimeFormatter dateTime,
        DateTimeFormatter date) {
    private static final Map<Language, Dates> KNOWN =
            Arrays.stream(Language.values()).collect(Collectors.toUnmodifiableMap(Function.identity(), Dates::read));

    public static Dates of(Language language) {
        return Objects.requireNonNull(KNOWN.get(language));
    }

    private static Dates read(Language language) {
        Function<String, DateTimeFormatter> format =
                key -> DateTimeFormatter.ofPattern(Texts.say(language, "words." + key), language.locale());
        return new Dates(
                format.apply("day"),
                format.apply("longDay"),
                format.apply("shortDay"),
                format.apply("time"),
                format.apply("dayTime"),
                format.apply("dateTime"),
                format.apply("date"));
    }
}
