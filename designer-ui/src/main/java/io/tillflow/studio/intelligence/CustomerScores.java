package io.tillflow.studio.intelligence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the version in use says of the customers.
 *
 * @param totals none while no version was live and scored
 */
public record CustomerScores(@Nullable Totals totals, List<Score> items) {
    /**
     * All customers together.
     *
     * @param weeks how far ahead is looked
     * @param gone how many have probably left
     * @param value minor units, expected of all
     */
    public record Totals(
            int version,
            LocalDate asOf,
            int weeks,
            String currency,
            int customers,
            Instant scoredAt,
            int gone,
            double expectedOrders,
            long value) {}

    /**
     * One customer.
     *
     * @param customer the number of their first order
     * @param repeats orders after the first
     * @param expectedAmount of one order, minor units
     */
    public record Score(
            String customer,
            int repeats,
            double pAlive,
            double expectedOrders,
            long expectedAmount,
            long value,
            @Nullable LocalDate nextOrder) {}
}
