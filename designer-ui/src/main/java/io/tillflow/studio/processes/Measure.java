package io.tillflow.studio.processes;

import io.tillflow.engine.history.HeatMaps.ElementHeat;
import io.tillflow.studio.kit.Times;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** What a heat map shows of each element. */
enum Measure {
    FREQUENCY,
    MEDIAN,
    P95,
    WAITING,
    INCIDENTS;

    /** The measure of an address; the frequency when it names none. */
    static Measure of(String name) {
        return Arrays.stream(values())
                .filter(it -> it.id().equals(name))
                .findFirst()
                .orElse(FREQUENCY);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    long of(ElementHeat heat) {
        return switch (this) {
            case FREQUENCY -> heat.passages();
            case MEDIAN -> heat.median();
            case P95 -> heat.p95();
            case WAITING -> heat.active();
            case INCIDENTS -> heat.incidents();
        };
    }

    /** With its unit: a count, or a duration that is exact to the millisecond below ten seconds. */
    String text(long value) {
        return switch (this) {
            case FREQUENCY, WAITING, INCIDENTS -> String.valueOf(value);
            case MEDIAN, P95 -> duration(value);
        };
    }

    /** Whether it is of ended instances, not of all that there are now. */
    boolean sampled() {
        return this == FREQUENCY || this == MEDIAN || this == P95;
    }

    private static String duration(long millis) {
        return millis < 1_000
                ? millis + " ms"
                : millis < 10_000
                        ? millis / 1_000 + "." + millis % 1_000 / 100 + " s"
                        : Times.duration(Duration.ofMillis(millis));
    }
}
