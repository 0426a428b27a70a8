package io.tillflow.processes;

/** Expected failures: those a worker throws, then those a model throws to itself. */
public final class ErrorCode {
    /** allocate-stock: something is missing; the order now waits in line for a restock. */
    public static final String STOCK_SHORT = "STOCK_SHORT";

    /** lock-for-shipping: the shopper cancelled before the order could be locked. */
    public static final String ORDER_CANCELLED = "ORDER_CANCELLED";

    /** create-shipment: no carrier takes a parcel to this address. */
    public static final String ADDRESS_UNDELIVERABLE = "ADDRESS_UNDELIVERABLE";

    /** capture: the provider refused to take the authorised money; trying later may help. */
    public static final String CAPTURE_FAILED = "CAPTURE_FAILED";

    /** capture: the authorisation is gone; trying again cannot help. */
    public static final String AUTHORISATION_EXPIRED = "AUTHORISATION_EXPIRED";

    /** lock-exchange: what the shopper wanted instead is not to be sent any more; their money goes back. */
    public static final String EXCHANGE_OFF = "EXCHANGE_OFF";

    /** train-model: there is too little to learn from; the message says what is missing. */
    public static final String DATA_MISSING = "DATA_MISSING";

    /** send-account-letter, send-cart-reminder: it would help nobody, or nobody wants it any more. */
    public static final String LETTER_OUTDATED = "LETTER_OUTDATED";

    /** update-purchase: what is planned is not low any more, or somebody was asked for it later. */
    public static final String PURCHASE_NOT_NEEDED = "PURCHASE_NOT_NEEDED";

    /** request-quote: the supplier does not sell it, or nobody knows them. */
    public static final String ARTICLE_NOT_OFFERED = "ARTICLE_NOT_OFFERED";

    /** place-order: the supplier does not take the order; nothing was bought. */
    public static final String PURCHASE_DECLINED = "PURCHASE_DECLINED";

    /** cancel-order: the goods are here or on their way. */
    public static final String PURCHASE_UNDERWAY = "PURCHASE_UNDERWAY";

    /** read-stock, adjust-stock, read-price, set-price: the shop knows no such article, or not at this location. */
    public static final String ARTICLE_UNKNOWN = "ARTICLE_UNKNOWN";

    /** set-price: another price is planned for a part of that time; the message says from when. */
    public static final String PRICE_REFUSED = "PRICE_REFUSED";

    /** Thrown by the model: the rules or a person refused the order, or nobody reviewed it in time. */
    public static final String ORDER_REFUSED = "ORDER_REFUSED";

    /** Thrown by the model: no authorised payment within the limit, or no try left. */
    public static final String PAYMENT_MISSING = "PAYMENT_MISSING";

    /** Thrown by the model: the restock limit passed. */
    public static final String STOCK_MISSING = "STOCK_MISSING";

    private ErrorCode() {}
}
