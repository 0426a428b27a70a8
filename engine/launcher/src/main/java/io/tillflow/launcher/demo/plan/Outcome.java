package io.tillflow.launcher.demo.plan;

import java.util.Locale;

/** What became of an order: words that the plan foretells and the books tell afterwards. */
public enum Outcome {
    COMPLETED,
    COMPLETED_AFTER_DECLINE,
    COMPLETED_AFTER_RESTOCK,
    COMPLETED_AFTER_REVIEW,
    CANCELLED_UNPAID,
    CANCELLED_BY_SHOPPER,
    CANCELLED_WITHOUT_STOCK,
    REFUSED_OTHERWISE,
    ENDED_OTHERWISE,
    REFUSED_BY_REVIEW,
    LOST_AND_REFUNDED,
    /** The shop had nothing left: there never was an order. */
    TURNED_AWAY,
    WAITING_FOR_DELIVERY,
    WAITING_FOR_RESTOCK,
    WAITING_FOR_REVIEW,
    WAITING_OTHERWISE,
    /** Said to be placed, and nowhere to be found. */
    MISSING;

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
