package io.tillflow.models.demand;

import java.time.LocalDate;

/** One item's weeks while they are counted, the latest last. */
final class Weeks {
    private static final int FEWEST_DAYS_ON_SALE = 3;
    private static final int FIRST_MONTH = 4;
    /** Less is no offer, or a few cents for a day of the week. */
    private static final double LEAST_OFF = 0.02;

    private final LocalDate until;
    private final double[] units;
    private final double[] soldOut;
    private final double[] off;
    private final double[] planned = new double[ShopDemand.WEEKS];
    private Item.About about = Item.About.NOTHING;
    private long offeredDays;
    private double outDays;
    private int first;
    private double all;

    Weeks(int weeks, LocalDate until) {
        this.until = until;
        this.units = new double[weeks];
        this.soldOut = new double[weeks];
        this.off = new double[weeks];
        this.first = weeks;
    }

    void add(Sales.Row row) {
        about = new Item.About(
                row.category().isEmpty() ? about.category() : row.category(),
                row.price() > 0 ? row.price() : about.price());
        row.since().ifPresent(day -> offeredDays = Math.max(offeredDays, until.toEpochDay() - day.toEpochDay() + 1));
        long daysAgo = until.toEpochDay() - row.date().toEpochDay();
        if (daysAgo < 0) {
            int week = (int) ((-daysAgo - 1) / 7);
            if (week < planned.length) {
                planned[week] += row.discount() / 7;
            }
            return;
        }
        int week = units.length - 1 - (int) (daysAgo / 7);
        double sold = Double.isFinite(row.units()) ? row.units() : 0;
        all += sold;
        outDays += row.soldOut();
        if (sold > 0) {
            first = Math.min(first, Math.max(0, week));
            offeredDays = Math.max(offeredDays, daysAgo + 1);
        }
        if (week >= 0) {
            units[week] += sold;
            soldOut[week] += row.soldOut();
            off[week] += row.discount() / 7;
        }
    }

    /** From the week after its first sale, since that week was chosen for its sale; in the shop's first month from the beginning. */
    Item item(String id) {
        int begin = first < FIRST_MONTH ? 0 : Math.min(units.length, first + 1);
        double[] weeks = new double[units.length - begin];
        double[] offers = new double[weeks.length];
        for (int i = 0; i < weeks.length; i++) {
            double onSale = 7 - soldOut[begin + i];
            weeks[i] = onSale < FEWEST_DAYS_ON_SALE ? Double.NaN : units[begin + i] * 7 / onSale;
            offers[i] = off[begin + i] < LEAST_OFF ? 0 : off[begin + i];
        }
        for (int i = 0; i < planned.length; i++) {
            planned[i] = planned[i] < LEAST_OFF ? 0 : planned[i];
        }
        double onSale = Math.max(0, offeredDays - outDays) / 7;
        return new Item(id, until, weeks, all, offers, planned, onSale, about);
    }
}
