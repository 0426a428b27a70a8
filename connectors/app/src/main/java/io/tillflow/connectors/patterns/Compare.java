package io.tillflow.connectors.patterns;

import java.util.Arrays;
import java.util.Locale;

/** When a value is out of bounds. */
enum Compare {
    /** More than the bound. */
    ABOVE,
    /** Less than the bound. */
    BELOW,
    /** Far from what its own past lets expect; the bound is how many robust deviations are far. */
    UNUSUAL,
    UNUSUALLY_HIGH,
    UNUSUALLY_LOW;

    static Compare of(String word) {
        return Arrays.stream(values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "compare must be one of above, below, unusual, unusually-high and unusually-low, was '" + word
                                + "'"));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean withItsPast() {
        return this != ABOVE && this != BELOW;
    }

    boolean out(double value, double low, double high) {
        return switch (this) {
            case ABOVE, UNUSUALLY_HIGH -> value > high;
            case BELOW, UNUSUALLY_LOW -> value < low;
            case UNUSUAL -> value > high || value < low;
        };
    }
}
