package io.tillflow.studio.processes;

import io.tillflow.studio.kit.Times;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongFunction;

/** What a heat map shows of each element. */
enum Measure {
    FREQUENCY,
    MEDIAN,
    P95,
    WAITING,
    INCIDENTS,
    COST;

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

    /** Costs are in millionths of the currency's main unit. */
    long of(Heat.Step step) {
        return switch (this) {
            case FREQUENCY -> step.heat().passages();
            case MEDIAN -> step.heat().median();
            case P95 -> step.heat().p95();
            case WAITING -> step.heat().active();
            case INCIDENTS -> step.heat().incidents();
            case COST -> step.micros();
        };
    }

    /** With its unit: a count, an amount, or a duration that is exact to the millisecond below ten seconds. */
    String text(long value, LongFunction<String> money) {
        return switch (this) {
            case FREQUENCY, WAITING, INCIDENTS -> String.valueOf(value);
            case MEDIAN, P95 -> Times.fine(Duration.ofMillis(value));
            case COST -> money.apply(value);
        };
    }

    /** Whether it is of ended instances, not of all that there are now. */
    boolean sampled() {
        return this != WAITING && this != INCIDENTS;
    }
}
