package io.tillflow.processes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a job must bring along; its absence is the modeller's mistake and says so in the incident. */
final class Given {
    private Given() {}

    static void text(String variable, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("expected the variable " + variable + ", but it is missing");
        }
    }

    static void amount(long minorUnits) {
        if (minorUnits <= 0) {
            throw new IllegalArgumentException("expected an amount in minor units above 0, but it is " + minorUnits);
        }
    }

    static void noLess(String variable, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(
                    "expected the variable " + variable + " to be at least 0, but it is " + value);
        }
    }

    static void count(String variable, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "expected the variable " + variable + " to be at least 1, but it is " + value);
        }
    }

    /** Exactly one of two ways to say the same. */
    static void one(String variables, @Nullable String one, @Nullable String other) {
        if ((one == null || one.isBlank()) == (other == null || other.isBlank())) {
            throw new IllegalArgumentException("expected exactly one of the variables " + variables + ", but got "
                    + (one == null || one.isBlank() ? "neither" : "both"));
        }
    }

    static void filled(String variable, @Nullable Map<?, ?> value) {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("expected the variable " + variable + ", but it is missing or empty");
        }
    }
}
