package io.tillflow.connectors.patterns;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** How long the windows are, which follow one another without gaps, days and weeks by the clock of a zone. */
enum Span {
    QUARTER_HOUR(Duration.ofMinutes(15)),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7));

    private final Duration about;

    Span(Duration about) {
        this.about = about;
    }

    static Span of(String word) {
        return Arrays.stream(values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "span must be one of quarter-hour, hour, day and week, was '" + word + "'"));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean wholeDays() {
        return this == DAY || this == WEEK;
    }

    /** The beginning of the window that an instant is in. */
    Instant floor(Instant instant, ZoneId zone) {
        if (!wholeDays()) {
            long seconds = about.toSeconds();
            return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
        }
        ZonedDateTime day = instant.atZone(zone).truncatedTo(ChronoUnit.DAYS);
        return (this == DAY ? day : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))).toInstant();
    }

    Instant next(Instant begin, ZoneId zone) {
        return wholeDays()
                ? begin.atZone(zone)
                        .toLocalDate()
                        .plusDays(about.toDays())
                        .atStartOfDay(zone)
                        .toInstant()
                : begin.plus(about);
    }

    private Instant previous(Instant begin, ZoneId zone) {
        return floor(begin.minusMillis(1), zone);
    }

    /**
     * The beginnings of windows, and the end of the last.
     *
     * @param before how many more windows than asked for come first
     * @param end in the last window, or its end
     */
    List<Instant> edges(int before, Instant begin, Instant end, ZoneId zone) {
        Deque<Instant> edges = new ArrayDeque<>();
        edges.add(floor(begin, zone));
        for (int i = 0; i < before; i++) {
            edges.addFirst(previous(edges.getFirst(), zone));
        }
        while (edges.getLast().isBefore(end)) {
            edges.addLast(next(edges.getLast(), zone));
        }
        return List.copyOf(edges);
    }
}
