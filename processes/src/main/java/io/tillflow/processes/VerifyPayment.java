package io.tillflow.processes;

/** Input of {@link JobType#PAYMENTS_VERIFY}: asks the provider; an authorisation below the amount is not AUTHORISED. */
public record VerifyPayment(
        @Field(label = "Order", from = "=order.id") String orderId,

        @Field(label = "Payment", from = "=payment.id") String paymentId,

        @Field(
                label = "Amount",
                help = "In minor units (cents); an authorisation below it does not count.",
                from = "=order.total")
        long amount,

        @Field(label = "Currency", help = "ISO 4217, for instance EUR.", from = "=order.currency")
        String currency) {
    /** Refuses what no worker could use. */
    public VerifyPayment {
        Given.text("orderId", orderId);
        Given.text("paymentId", paymentId);
        Given.amount(amount);
        Given.text("currency", currency);
    }
}
