package io.tillflow.processes;

/** Input of {@link JobType#PAYMENTS_REFUND_PART}: gives back this much of what was captured. */
public record RefundPart(
        @Field(label = "Order", from = "=order.id") String orderId,
        @Field(label = "Payment", from = "=payment.id") String paymentId,

        @Field(label = "Amount", help = "In minor units (cents).", from = "=request.amount")
        long amount,

        @Field(label = "Currency", help = "ISO 4217, for instance EUR.", from = "=order.currency")
        String currency,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=request.id + \"/refund-part/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public RefundPart {
        Given.text("orderId", orderId);
        Given.text("paymentId", paymentId);
        Given.amount(amount);
        Given.text("currency", currency);
        Given.text("effectKey", effectKey);
    }
}
