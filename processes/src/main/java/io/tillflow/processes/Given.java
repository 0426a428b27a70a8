package io.tillflow.processes;

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
}
