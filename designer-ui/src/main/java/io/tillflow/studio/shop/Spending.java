package io.tillflow.studio.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to order within a budget so that it earns most; money in minor units.
 *
 * @param days how long what is ordered must last: until the order after this one arrives
 * @param worth what the order is expected to earn more than ordering nothing
 * @param considered of how many variants something is expected
 */
record Spending(long budget, int days, long cost, long left, long worth, int considered, List<Line> items) {
    /**
     * A variant to order.
     *
     * @param there how many are free or under way
     * @param expected units, with the interval that holds nine of ten cases
     * @param unitCost what one costs
     * @param assumed whether that was assumed, since it was never bought
     */
    record Line(
            String sku,
            String name,
            String variant,
            long there,
            Demand.Expected expected,
            long quantity,
            long unitCost,
            boolean assumed,
            long cost,
            long worth) {}

    /** What is expected of a variant, as the connectors say. */
    record Need(
            String sku,
            String name,
            String variant,
            long price,
            long available,
            long awaited,
            long pack,
            @Nullable Long cost,
            Demand.Expected expected) {}

    /**
     * What a merchant says.
     *
     * @param costShare percent of its price that a variant is assumed to cost that was never bought
     * @param every how many days lie between two orders
     */
    record Wish(long budget, int leadDays, int every, int costShare, int holding) {
        static final Wish USUAL = new Wish(100_000, Supply.USUAL.leadDays(), 28, 60, Supply.USUAL.holding());
        static final long MOST = 100_000_000_000L;

        Wish {
            if (budget < 0 || budget > MOST) {
                throw new IllegalArgumentException("expected a budget of 0 to " + MOST + ", but got " + budget);
            }
            if (leadDays < 1 || every < 1 || leadDays + every > 91) {
                throw new IllegalArgumentException(
                        "expected days from order to shelf and between orders from 1 on, together at most 91, but got "
                                + leadDays + " and " + every);
            }
            if (costShare < 1 || costShare > 100 || holding < 0 || holding > 100) {
                throw new IllegalArgumentException(
                        "expected a cost of 1 to 100 % of the price and a keeping cost of 0 to 100 %, but got "
                                + costShare + " and " + holding);
            }
        }

        int days() {
            return leadDays + every;
        }
    }
}
