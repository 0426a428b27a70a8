package io.tillflow.models.message;

import static io.tillflow.models.message.Form.ALONE;
import static io.tillflow.models.message.Form.ENDS;
import static java.util.Map.entry;

import io.tillflow.models.message.Finding.Kind;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days, as numbers or in the words of English and German, counted from the day a message was written. Where day and month could be
 * either, the day comes first, as in most of Europe; without a year it is the closest one. A bare weekday is none: it may be the
 * last or the next.
 */
final class Days {
    private static final String MONTHS =
            "jan(?:uary|uar)?|feb(?:ruary|ruar)?|m(?:arch|ärz|aerz)|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?"
                    + "|sep(?:t(?:ember)?)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?";
    private static final List<String> MONTH_STARTS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String WEEKDAYS =
            "(?<weekday>mon|tues|wednes|thurs|fri|satur|sun|mon|diens|donners|frei|sams|sonn)(?:day|tag)|(?<midweek>mittwoch|sonnabend)";
    private static final Map<String, DayOfWeek> WEEK = Map.ofEntries(
            entry("mon", DayOfWeek.MONDAY),
            entry("tues", DayOfWeek.TUESDAY),
            entry("diens", DayOfWeek.TUESDAY),
            entry("wednes", DayOfWeek.WEDNESDAY),
            entry("mittwoch", DayOfWeek.WEDNESDAY),
            entry("thurs", DayOfWeek.THURSDAY),
            entry("donners", DayOfWeek.THURSDAY),
            entry("fri", DayOfWeek.FRIDAY),
            entry("frei", DayOfWeek.FRIDAY),
            entry("satur", DayOfWeek.SATURDAY),
            entry("sams", DayOfWeek.SATURDAY),
            entry("sonnabend", DayOfWeek.SATURDAY),
            entry("sun", DayOfWeek.SUNDAY),
            entry("sonn", DayOfWeek.SUNDAY));
    private static final Map<String, Integer> NEAR = Map.ofEntries(
            entry("the day before yesterday", -2),
            entry("vorgestern", -2),
            entry("yesterday", -1),
            entry("gestern", -1),
            entry("today", 0),
            entry("heute", 0),
            entry("tomorrow", 1),
            entry("morgen", 1),
            entry("the day after tomorrow", 2),
            entry("übermorgen", 2));
    private static final List<List<String>> COUNTS = List.of(
            List.of("a", "an", "one", "einem", "einer", "eine", "ein", "einen"),
            List.of("two", "zwei"),
            List.of("three", "drei"),
            List.of("four", "vier"),
            List.of("five", "fünf"),
            List.of("six", "sechs"),
            List.of("seven", "sieben"),
            List.of("eight", "acht"),
            List.of("nine", "neun"),
            List.of("ten", "zehn"));
    private static final String COUNT = "(?<count>\\d{1,3}|"
            + String.join("|", COUNTS.stream().flatMap(List::stream).toList()) + ")";
    /** What stands behind the first numbers of a version is no day. */
    private static final String NO_VERSION = "(?<!\\d[./-])(?<!(?:version|firmware|release) )";

    private static final String UNIT = "(?<unit>days?|weeks?|months?|tage?n?|wochen?|monate?n?)";

    private final LocalDate written;

    private Days(LocalDate written) {
        this.written = written;
    }

    static List<Form> forms(LocalDate written) {
        Days days = new Days(written);
        String year = "(?:,? (?<year>\\d{4}))?(?!\\d)";
        return List.of(
                day(ALONE + "(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})(?!\\d)", days::numbered),
                day(
                        ALONE + NO_VERSION + "(?<day>\\d{1,2})(?<cut>-)(?<month>\\d{1,2})-(?<year>\\d{4})(?!\\d)",
                        days::numbered),
                day(
                        ALONE + NO_VERSION
                                + "(?<day>\\d{1,2})(?<cut>[./])(?<month>\\d{1,2})\\k<cut>(?<year>\\d{4}|\\d{2})?(?!\\d)",
                        days::numbered),
                day(
                        ALONE + "(?<day>\\d{1,2})(?:\\.|st|nd|rd|th)? ?(?:of )?(?<name>" + MONTHS
                                + ")(?!\\p{L}| (?:be|have|not) )\\.?" + year,
                        days::named),
                day(ALONE + "(?<name>" + MONTHS + ")\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?" + year, days::numbered),
                day(ALONE + "(?:vor " + COUNT + " " + UNIT + ")" + ENDS, match -> days.apart(match, -1)),
                day(ALONE + COUNT + " " + UNIT + " ago" + ENDS, match -> days.apart(match, -1)),
                day(ALONE + "in " + COUNT + " " + UNIT + ENDS, match -> days.apart(match, 1)),
                day(
                        ALONE
                                + "(?:the day before yesterday|the day after tomorrow|yesterday|tomorrow|today|vorgestern|gestern"
                                + "|übermorgen|heute|(?<!(?:guten|am|heute|gestern|jeden|nächsten|folgenden|anderen|diesen|ganzen|next) )morgen)"
                                + ENDS,
                        days::near),
                day(ALONE + "(?<lead>last|letzte[nrs]?|vergangene[nrs]?) (?<it>" + WEEKDAYS + ")" + ENDS, days::past),
                day(
                        ALONE
                                + "(?<lead>next|nächste[nrs]?|kommende[nrs]?|by|until|till|before|bis(?: zum)?|spätestens(?: am)?)"
                                + " (?<it>" + WEEKDAYS + ")" + ENDS,
                        days::coming));
    }

    private interface Reading {
        @Nullable
        LocalDate day(MatchResult match);
    }

    private static Form day(String pattern, Reading reading) {
        return Form.of(
                Kind.DATE,
                pattern,
                match -> Optional.ofNullable(reading.day(match))
                        .filter(day -> day.getYear() >= 2000 && day.getYear() < 2100)
                        .map(LocalDate::toString));
    }

    private @Nullable LocalDate numbered(MatchResult match) {
        int day = Integer.parseInt(match.group("day"));
        int month = match.namedGroups().containsKey("name")
                ? month(match.group("name"))
                : Integer.parseInt(match.group("month"));
        String year = match.group("year");
        boolean american = match.namedGroups().containsKey("cut") && month > 12 && day <= 12;
        int d = american ? month : day;
        int m = american ? day : month;
        if (year == null) {
            return IntStream.rangeClosed(written.getYear() - 1, written.getYear() + 1)
                    .mapToObj(y -> of(y, m, d))
                    .flatMap(Optional::stream)
                    .min(Comparator.comparingLong(it -> Math.abs(ChronoUnit.DAYS.between(written, it))))
                    .orElse(null);
        }
        int given = Integer.parseInt(year);
        return of(given < 100 ? 2000 + given : given, m, d).orElse(null);
    }

    /** "2 may be broken": in small letters and with nothing that makes it a day, may is no month. */
    private @Nullable LocalDate named(MatchResult match) {
        boolean verb = match.group("year") == null && match.group().matches("\\d{1,2} may\\.?");
        return verb ? null : numbered(match);
    }

    private static Optional<LocalDate> of(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int month(String name) {
        String start = name.toLowerCase(Locale.ROOT).substring(0, 3);
        String english = switch (start) {
            case "mär", "mae" -> "mar";
            case "mai" -> "may";
            case "okt" -> "oct";
            case "dez" -> "dec";
            default -> start;
        };
        return MONTH_STARTS.indexOf(english) + 1;
    }

    /** Letters that fold to others, as of DREİ, match but are none of the words. */
    private static OptionalInt number(String count) {
        return Character.isDigit(count.charAt(0))
                ? OptionalInt.of(Integer.parseInt(count))
                : IntStream.rangeClosed(1, COUNTS.size())
                        .filter(i -> COUNTS.get(i - 1).contains(count.toLowerCase(Locale.ROOT)))
                        .findFirst();
    }

    private @Nullable LocalDate apart(MatchResult match, int way) {
        OptionalInt counted = number(match.group("count"));
        if (counted.isEmpty()) {
            return null;
        }
        int number = counted.getAsInt();
        return switch (Character.toLowerCase(match.group("unit").charAt(0))) {
            case 'w' -> written.plusWeeks((long) way * number);
            case 'm' -> written.plusMonths((long) way * number);
            default -> written.plusDays((long) way * number);
        };
    }

    private @Nullable LocalDate near(MatchResult match) {
        Integer days = NEAR.get(match.group().toLowerCase(Locale.ROOT));
        return days == null ? null : written.plusDays(days);
    }

    private @Nullable LocalDate past(MatchResult match) {
        DayOfWeek day = weekday(match);
        return day == null ? null : written.with(TemporalAdjusters.previous(day));
    }

    /** By Wednesday may be today; next Wednesday and before Wednesday are not. */
    private @Nullable LocalDate coming(MatchResult match) {
        DayOfWeek day = weekday(match);
        if (day == null) {
            return null;
        }
        String lead = match.group("lead").toLowerCase(Locale.ROOT);
        boolean today = Stream.of("by", "until", "till", "bis", "spät").anyMatch(lead::startsWith);
        return written.with(today ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.next(day));
    }

    private static @Nullable DayOfWeek weekday(MatchResult match) {
        String name = match.group("weekday") == null ? match.group("midweek") : match.group("weekday");
        return WEEK.get(name.toLowerCase(Locale.ROOT));
    }
}
