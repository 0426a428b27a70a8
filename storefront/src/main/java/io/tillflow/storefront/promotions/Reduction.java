package io.tillflow.storefront.promotions;

import java.util.List;

/** How much a promotion takes off; something is always left to pay, since every order has a payment. */
final class Reduction {
    /** In the shop's own currency. */
    static final long LEAST_TO_PAY = 100;

    private Reduction() {}

    static long of(Promotion promotion, Basket basket, long leftToPay, long leastToPay) {
        Basket fits = basket.of(promotion.category());
        long off = switch (promotion.kind()) {
            case PERCENT -> (fits.total() * promotion.value() + 50) / 100;
            case AMOUNT -> Math.min(promotion.value(), fits.total());
            case BUY_X_GET_Y -> given(fits.prices(), promotion.buys(), promotion.gets());
            case FREE_DELIVERY -> 0;
        };
        return Math.max(0, Math.min(off, leftToPay - leastToPay));
    }

    /** Dear things make groups with dear things, so that nobody has to buy twice to save most. */
    private static long given(List<Long> dearestFirst, int buys, int gets) {
        int group = buys + gets;
        long off = 0;
        for (int n = 0; n < dearestFirst.size() / group * group; n++) {
            off += n % group >= buys ? dearestFirst.get(n) : 0;
        }
        return off;
    }
}
