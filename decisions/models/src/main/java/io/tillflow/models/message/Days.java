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
import java.util.regex.MatchResult;
import java.util.stream.IntStream;
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
                        ALONE + "(?<day>\\d{1,2})(?<cut>[./])(?<month>\\d{1,2})\\k<cut>(?<year>\\d{4}|\\d{2})?(?!\\d)",
                        days::numbered),
                day(
                        ALONE + "(?<day>\\d{1,2})(?:\\.|st|nd|rd|th)? ?(?:of )?(?<name>" + MONTHS + ")(?!\\p{L})\\.?"
                                + year,
                        days::numbered),
                day(ALONE + "(?<name>" + MONTHS + ")\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?" + year, days::numbered),
                day(ALONE + "(?:vor " + COUNT + " " + UNIT + ")" + ENDS, match -> days.apart(match, -1)),
                day(ALONE + COUNT + " " + UNIT + " ago" + ENDS, match -> days.apart(match, -1)),
                day(ALONE + "in " + COUNT + " " + UNIT + ENDS, match -> days.apart(match, 1)),
                day(
                        ALONE
                                + "(?:the day before yesterday|the day after tomorrow|yesterday|tomorrow|today|vorgestern|gestern"
                                + "|übermorgen|heute|(?<!guten )(?<!am )(?<!heute )(?<!gestern )(?<!jeden )morgen)"
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

    private LocalDate apart(MatchResult match, int way) {
        String count = match.group("count").toLowerCase(Locale.ROOT);
        int number = Character.isDigit(count.charAt(0))
                ? Integer.parseInt(count)
                : IntStream.range(0, COUNTS.size())
                                .filter(i -> COUNTS.get(i).contains(count))
                                .findFirst()
                                .orElseThrow()
                        + 1;
        return switch (Character.toLowerCase(match.group("unit").charAt(0))) {
            case 'w' -> written.plusWeeks((long) way * number);
            case 'm' -> written.plusMonths((long) way * number);
            default -> written.plusDays((long) way * number);
        };
    }

    private LocalDate near(MatchResult match) {
        return written.plusDays(NEAR.getOrDefault(match.group().toLowerCase(Locale.ROOT), 0));
    }

    private LocalDate past(MatchResult match) {
        return written.with(TemporalAdjusters.previous(weekday(match)));
    }

    private LocalDate coming(MatchResult match) {
        return written.with(TemporalAdjusters.next(weekday(match)));
    }

    private static DayOfWeek weekday(MatchResult match) {
        String name = match.group("weekday") == null ? match.group("midweek") : match.group("weekday");
        return WEEK.getOrDefault(name.toLowerCase(Locale.ROOT), DayOfWeek.MONDAY);
    }
}
