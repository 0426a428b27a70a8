package io.tillflow.models.demand;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * One item.
 *
 * @param until the last day of its last week
 * @param weeks units sold, from its beginning to the last; NaN where it could hardly be had
 * @param units sold in all
 * @param off which part of the price was taken off in each of the weeks
 * @param planned which part will be taken off in the weeks ahead
 * @param onSale for how many weeks it could be had in all, sold or not
 * @param about what it is
 */
record Item(
        String id,
        LocalDate until,
        double[] weeks,
        double units,
        double[] off,
        double[] planned,
        double onSale,
        About about) {

    /**
     * What is known of an item before it is sold.
     *
     * @param category empty where it is not known
     * @param price NaN where it is not known
     */
    record About(String category, double price) {
        static final About NOTHING = new About("", Double.NaN);
    }

    /** That was never offered for less. */
    static Item of(String id, LocalDate until, double[] weeks) {
        double[] none = new double[weeks.length];
        return new Item(id, until, weeks, sum(weeks), none, new double[ShopDemand.WEEKS], weeks.length, About.NOTHING);
    }

    /** As if the latest so many weeks had not been yet, but what would be taken off in them was planned. */
    Item before(int later) {
        int known = Math.max(0, weeks.length - later);
        double[] ahead = new double[ShopDemand.WEEKS];
        for (int i = 0; i < ahead.length; i++) {
            int week = weeks.length - later + i;
            if (week < weeks.length) {
                ahead[i] = week < 0 ? 0 : off[week];
            } else {
                ahead[i] = planned[week - weeks.length];
            }
        }
        return new Item(
                id,
                until.minusWeeks(later),
                Arrays.copyOf(weeks, known),
                units,
                Arrays.copyOf(off, known),
                ahead,
                Math.max(0, onSale - later),
                about);
    }

    /** As if no more of it was known than its first weeks. */
    Item first(int known) {
        Item then = before(weeks.length - known);
        return new Item(id, then.until, then.weeks, sum(then.weeks), then.off, then.planned, known, about);
    }

    /** With other weeks, as many as before; what was sold in all changes with them. */
    Item with(double[] others) {
        double before = sum(weeks);
        double all = before == 0 ? units : units * sum(others) / before;
        return new Item(id, until, others, all, off, planned, onSale, about);
    }

    private static double sum(double[] weeks) {
        return Arrays.stream(weeks).filter(Double::isFinite).sum();
    }

    /** As if nothing was ever taken off. */
    Item withoutOffers() {
        return new Item(id, until, weeks, units, new double[off.length], new double[planned.length], onSale, about);
    }

    /** What is not known is taken for the mean of the eight known weeks before, at the beginning for the next known one. */
    double[] filled() {
        double[] filled = weeks.clone();
        double next = Arrays.stream(weeks).filter(Double::isFinite).findFirst().orElse(0);
        for (int i = 0; i < filled.length; i++) {
            if (!Double.isFinite(filled[i])) {
                filled[i] =
                        Arrays.stream(filled, Math.max(0, i - 8), i).average().orElse(next);
            }
        }
        return filled;
    }

    long soldOutWeeks() {
        return Arrays.stream(weeks).filter(Double::isNaN).count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Item that
                && id.equals(that.id)
                && until.equals(that.until)
                && Arrays.equals(weeks, that.weeks)
                && Arrays.equals(off, that.off)
                && Arrays.equals(planned, that.planned);
    }

    @Override
    public int hashCode() {
        return id.hashCode() * 31 + Arrays.hashCode(weeks);
    }
}
