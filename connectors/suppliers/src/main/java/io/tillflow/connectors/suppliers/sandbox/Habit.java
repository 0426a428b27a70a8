package io.tillflow.connectors.suppliers.sandbox;

import java.util.Arrays;
import java.util.Locale;

/** What a supplier's name ends with ("nordform-late"), one ending for each thing that can happen to a purchase. */
enum Habit {
    /** Confirms all, then delivers it. */
    NONE,
    /** Does not sell the article. */
    SOLD_OUT,
    /** Does not take the order. */
    DECLINES,
    /** Takes the order and says later that nothing comes of it. */
    REJECTS,
    /** Confirms and delivers half of it. */
    PARTLY,
    /** Says nothing until somebody asks, then does as the others. */
    LATE,
    /** Never says anything. */
    SILENT,
    /** Five calls fail before one gets through: more than a job's retries. */
    DOWN,
    /** Takes the order, but the answers to the first two calls get lost. */
    TIMES_OUT;

    static Habit of(String supplier) {
        return Arrays.stream(values())
                .filter(habit -> habit != NONE && supplier.endsWith(habit.ending()))
                .findFirst()
                .orElse(NONE);
    }

    private String ending() {
        return "-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How many of those asked for they send. */
    int share(int quantity) {
        return this == PARTLY ? Math.ceilDiv(quantity, 2) : quantity;
    }
}
