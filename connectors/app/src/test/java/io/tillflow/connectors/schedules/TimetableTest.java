package io.tillflow.connectors.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Wall clocks, also in the two odd nights of the year. */
class TimetableTest {
    @Test
    void followsTheWallClockOverBothChangesOfTheClock() {
        Timetable nine = Timetable.of("0 9 * * *", "Europe/Berlin");
        assertThat(next(nine, "2026-03-28T00:00:00Z", 2))
                .containsExactly("2026-03-28T08:00:00Z", "2026-03-29T07:00:00Z");
        assertThat(next(nine, "2026-10-24T00:00:00Z", 2))
                .containsExactly("2026-10-24T07:00:00Z", "2026-10-25T08:00:00Z");
    }

    @Test
    void aTimeThatTheSpringNightLeavesOutComesAsMuchLater() {
        Timetable halfPastTwo = Timetable.of("30 2 * * *", "Europe/Berlin");
        assertThat(next(halfPastTwo, "2026-03-28T12:00:00Z", 2))
                .containsExactly("2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void aTimeThatTheAutumnNightHasTwiceComesOnce() {
        Timetable halfPastTwo = Timetable.of("30 2 * * *", "Europe/Berlin");
        assertThat(next(halfPastTwo, "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void twoTimesThatTheSpringNightMakesOneComeOnce() {
        Timetable both = Timetable.of("30 2,3 * * *", "Europe/Berlin");
        assertThat(next(both, "2026-03-28T12:00:00Z", 3))
                .containsExactly("2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z", "2026-03-30T01:30:00Z");
    }

    @Test
    void everyHourIsEveryHourInTheAutumnNight() {
        Timetable hourly = Timetable.of("0 * * * *", "Europe/Berlin");
        List<String> hours = next(hourly, "2026-10-24T22:30:00Z", 5);
        assertThat(hours)
                .isEqualTo(IntStream.range(0, 5)
                        .mapToObj(i -> Instant.parse("2026-10-24T23:00:00Z")
                                .plusSeconds(3600L * i)
                                .toString())
                        .toList());
    }

    @Test
    void saysWhatCannotBeRead() {
        assertThatThrownBy(() -> Timetable.of("every day", "UTC"))
                .hasMessageContaining("cron 'every day' cannot be read")
                .hasMessageContaining("'0 9 * * MON-FRI' is every working day at nine");
        assertThatThrownBy(() -> Timetable.of("0 99 * * *", "UTC")).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> Timetable.of("0 9 * * *", "Berlin"))
                .hasMessageContaining("time zone like Europe/Berlin or UTC, was 'Berlin'");
        assertThat(Timetable.of("0 0 30 2 *", "UTC").after(Instant.parse("2026-01-01T00:00:00Z")))
                .as("there is no 30th of February")
                .isEmpty();
    }

    private static List<String> next(Timetable timetable, String after, int many) {
        return timetable
                .allAfter(Instant.parse(after))
                .limit(many)
                .map(Instant::toString)
                .toList();
    }
}
