package io.tillflow.storefront.personal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How soon a thing is bought again by those who come back for it.
 *
 * @param days the middle of the gaps between two purchases of one customer
 * @param spread how far apart the quarters of these gaps are, as a part of their middle; about 1.6 where only chance brings
 *     people back, much smaller where the thing is used up
 * @param again how many customers came back for it
 * @param could how many bought it early enough to have come back
 */
record Rhythm(double days, double spread, int again, int could) {
    static final int FEWEST = 10;
    private static final double LEAST_SHARE = 0.25;
    private static final double WIDEST_SPREAD = 0.6;
    private static final double SHORTEST = 7;

    /** The thing's own rhythm counts as much as so many gaps of one customer. */
    private static final int TRUST = 2;

    private static final double EARLY = 0.8;
    private static final double LATE = 2;

    /** Whether enough people come back regularly enough for somebody to be reminded. */
    boolean holds() {
        return again >= FEWEST && again >= LEAST_SHARE * could && spread <= WIDEST_SPREAD && days >= SHORTEST;
    }

    /**
     * How long it lasts one customer, in days.
     *
     * @param bought the days they bought it, the first first
     */
    double lasts(List<LocalDate> bought) {
        long own = ChronoUnit.DAYS.between(bought.getFirst(), bought.getLast());
        return (TRUST * days + own) / (TRUST + bought.size() - 1);
    }

    /** From a little before it is expected to be used up until somebody who still wanted it would have come. */
    boolean due(List<LocalDate> bought, LocalDate today) {
        double passed = ChronoUnit.DAYS.between(bought.getLast(), today) / lasts(bought);
        return passed >= EARLY && passed <= LATE;
    }
}
