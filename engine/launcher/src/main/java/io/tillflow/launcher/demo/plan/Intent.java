package io.tillflow.launcher.demo.plan;

/** What an order of the demo is meant to go through, and how many of a hundred orders do. */
public enum Intent {
    BUYS(68),
    DECLINED_THEN_PAYS(7),
    NEVER_PAYS(4),
    SHORT_OF_STOCK(5),
    CANCELS_UNPAID(3),
    CANCELS_WHILE_SHORT(3),
    REVIEW_APPROVES(4),
    REVIEW_REJECTS(3),
    PARCEL_LOST(3);

    private final int share;

    Intent(int share) {
        this.share = share;
    }

    int share() {
        return share;
    }

    /** Whether the count of the order's product is corrected to nothing between placing and paying. */
    public boolean shortOfStock() {
        return this == SHORT_OF_STOCK || this == CANCELS_WHILE_SHORT;
    }

    /** Whether the order is made so that the risk decision wants a person to look. */
    public boolean risky() {
        return this == REVIEW_APPROVES || this == REVIEW_REJECTS;
    }
}
