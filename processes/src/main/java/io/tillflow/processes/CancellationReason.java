package io.tillflow.processes;

/** Why an order ended without its goods; a shopper's own words arrive with the cancellation instead. */
public final class CancellationReason {
    public static final String SHOPPER = "SHOPPER";
    public static final String REFUSED = "REFUSED";
    public static final String NOT_REVIEWED = "NOT_REVIEWED";
    public static final String PAYMENT_MISSING = "PAYMENT_MISSING";
    public static final String STOCK_MISSING = "STOCK_MISSING";
    public static final String ADDRESS_UNDELIVERABLE = "ADDRESS_UNDELIVERABLE";
    public static final String LOST = "LOST";

    private CancellationReason() {}
}
