package io.tillflow.processes;

/** Letters the shipped models send; the worker finds address, name and lines through the order's id. */
public final class EmailTemplate {
    /** The order is paid and its goods are put aside. */
    public static final String ORDER_CONFIRMATION = "order-confirmation";

    /** Asks for a (new) payment; facts: paymentUrl, declineReason (null on the first). */
    public static final String PAYMENT_LINK = "payment-link";

    /** The order was cancelled before shipping; facts: reason. */
    public static final String ORDER_CANCELLED = "order-cancelled";

    /** The parcel is lost and the money goes back; facts: reason. */
    public static final String ORDER_REFUNDED = "order-refunded";

    /** Some time after delivery. */
    public static final String FOLLOW_UP = "follow-up";

    /** The return is accepted; facts: labelUrl. */
    public static final String RETURN_LABEL = "return-label";

    /** The money for what came back is on its way; facts: refundedAmount. */
    public static final String RETURN_REFUNDED = "return-refunded";

    /** What the shopper wanted instead is on its way; facts: trackingNumber. */
    public static final String RETURN_EXCHANGED = "return-exchanged";

    /** No money for this return; facts: reason. */
    public static final String RETURN_REFUSED = "return-refused";

    /** What the shop answers to a shopper's message; facts: messageId, whose words the worker gets from the shop. */
    public static final String SUPPORT_ANSWER = "support-answer";

    /** The answer takes longer than promised. */
    public static final String SUPPORT_DELAYED = "support-delayed";

    private EmailTemplate() {}
}
