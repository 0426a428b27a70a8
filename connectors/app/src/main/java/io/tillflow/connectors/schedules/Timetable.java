package io.tillflow.connectors.schedules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.scheduling.support.CronExpression;

/**
 * When a schedule is due: a cron expression as a clock on a wall of the zone shows it.
 *
 * <p>In the nights when clocks change, what comes every hour goes on every hour. What comes at an hour of the day comes once: in the
 * autumn at the first of the two times, in the spring as much later as the clock was put forward.
 *
 * @param cron six fields, seconds first, or five, which mean the minute's beginning, or a word like {@code @daily}
 */
record Timetable(String cron, CronExpression expression, ZoneId zone) {
    private static final int WITHOUT_SECONDS = 5;
    private static final int HOUR = 2;

    static Timetable of(String cron, String zone) {
        try {
            return new Timetable(cron.strip(), expression(cron.strip()), ZoneId.of(zone.strip()));
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "zone must be a time zone like Europe/Berlin or UTC, was '" + zone + "'", unknown);
        }
    }

    private static CronExpression expression(String cron) {
        try {
            return CronExpression.parse(fields(cron));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    "cron '" + cron + "' cannot be read: " + wrong.getMessage()
                            + "; for instance '0 9 * * MON-FRI' is every working day at nine",
                    wrong);
        }
    }

    private static String fields(String cron) {
        return cron.split("\\s+").length == WITHOUT_SECONDS ? "0 " + cron : cron;
    }

    private boolean isEveryHour() {
        return cron.equals("@hourly")
                || (!cron.startsWith("@") && fields(cron).split("\\s+")[HOUR].startsWith("*"));
    }

    /** The first due instant after another; empty when there never is one again. */
    Optional<Instant> after(Instant instant) {
        return isEveryHour()
                ? Optional.ofNullable(expression.next(instant.atZone(zone))).map(ZonedDateTime::toInstant)
                : atItsHour(instant);
    }

    private Optional<Instant> atItsHour(Instant instant) {
        LocalDateTime due = expression.next(instant.atZone(zone).toLocalDateTime());
        while (due != null && !due.atZone(zone).toInstant().isAfter(instant)) {
            due = expression.next(due);
        }
        return Optional.ofNullable(due).map(it -> it.atZone(zone).toInstant());
    }

    Stream<Instant> allAfter(Instant instant) {
        return Stream.iterate(after(instant), Optional::isPresent, last -> last.flatMap(this::after))
                .flatMap(Optional::stream);
    }
}
