package io.tillflow.processes;

/** Messages the shipped models wait for; each is the type of an event, and its correlation key is the order's id. */
public final class Message {
    public static final String ORDER_PLACED = "order-placed";
    public static final String ORDER_CANCEL_REQUESTED = "order-cancel-requested";
    public static final String STOCK_AVAILABLE = "stock-available";
    public static final String PAYMENT_AUTHORISED = "payment-authorised";
    public static final String PAYMENT_DECLINED = "payment-declined";
    public static final String PAYMENT_EXPIRED = "payment-expired";
    public static final String SHIPMENT_DELIVERED = "shipment-delivered";
    public static final String SHIPMENT_LOST = "shipment-lost";

    private Message() {}
}
