package io.tillflow.storefront.money;

/** How prices of a currency end, so that a rate makes none that nobody would ask. */
public enum Ending {
    EXACT(1, 0),
    FIVE_CENTS(5, 0),
    TEN_CENTS(10, 0),
    /** 12.95 */
    NINETY_FIVE(100, 95),
    /** 12.99 */
    NINETY_NINE(100, 99),
    /** 13.00 */
    WHOLE(100, 0),
    /** 139.00 */
    NINE(1000, 900);

    private final long step;
    private final long end;

    Ending(long step, long end) {
        this.step = step;
        this.end = end;
    }

    /** From one such price to the next, in minor units. */
    public long step(String currency) {
        return Math.max(1, scaled(step, currency));
    }

    /** What is beyond a multiple of the step. */
    public long end(String currency) {
        return Math.min(step(currency) - 1, scaled(end, currency));
    }

    private static long scaled(long hundredths, String currency) {
        long unit = 1;
        for (int digit = 0; digit < Money.digits(currency); digit++) {
            unit *= 10;
        }
        return hundredths * unit / 100;
    }
}
