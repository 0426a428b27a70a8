package io.tillflow.processes;

/** Ids of the shipped processes; each is the name of its file. */
public final class ProcessId {
    public static final String ACCOUNT_LETTER = "account-letter";
    public static final String CART_REMINDER = "cart-reminder";
    public static final String NIGHTLY_EXPORT = "nightly-export";
    public static final String ORDER_FULFILMENT = "order-fulfilment";
    public static final String PAYMENT_DISPUTE = "payment-dispute";
    public static final String REPLENISHMENT = "replenishment";
    public static final String RETURN_REQUEST = "return-request";
    public static final String SLOW_SELLER_MARKDOWN = "slow-seller-markdown";
    public static final String SUPPORT_REQUEST = "support-request";
    public static final String TRAIN_MODEL = "train-model";

    private ProcessId() {}
}
