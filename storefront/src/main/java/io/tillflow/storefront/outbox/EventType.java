package io.tillflow.storefront.outbox;

/** What the shop tells the automation; the code is the name of the message. */
public enum EventType {
    ORDER_PLACED("order-placed"),
    ORDER_CANCEL_REQUESTED("order-cancel-requested"),
    ORDER_PAID("order-paid"),
    ORDER_CANCELLED("order-cancelled"),
    /** As the provider would say it: the payment that took the place of another. */
    PAID_ANEW("payment-authorised"),
    SHIPPED_BY_HAND("order-shipped-by-hand"),
    CAPTURED_BY_HAND("payment-captured-by-hand"),
    STOCK_AVAILABLE("stock-available"),
    STOCK_LOW("stock-low"),
    RETURN_REQUESTED("return-requested"),
    /** As the carrier would say it. */
    RETURN_ARRIVED("shipment-delivered"),
    SUPPORT_REQUESTED("support-requested"),
    SUPPORT_ANSWERED("support-answered"),
    SUPPORT_WRITTEN("support-written"),
    SUPPORT_CONTINUED("support-continued"),
    SUPPORT_CLOSED("support-closed"),
    ACCOUNT_LETTER_REQUESTED("account-letter-requested"),
    CUSTOMER_REGISTERED("customer-registered"),
    REVIEW_WRITTEN("review-written"),
    CART_ABANDONED("cart-abandoned"),
    CART_BOUGHT("cart-bought");

    private final String code;

    EventType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
