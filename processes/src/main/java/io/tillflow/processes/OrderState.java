package io.tillflow.processes;

/** What the shop shows a shopper about an order, in the order of a happy life. */
public enum OrderState {
    PLACED,
    IN_REVIEW,
    AWAITING_PAYMENT,
    PAID,
    AWAITING_STOCK,
    PREPARING,
    SHIPPED,
    DELIVERED,
    COMPLETED,
    CANCELLED
}
