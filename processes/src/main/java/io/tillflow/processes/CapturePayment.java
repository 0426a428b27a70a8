package io.tillflow.processes;

/** Input of {@link JobType#PAYMENTS_CAPTURE}; or {@link ErrorCode#CAPTURE_FAILED}, {@link ErrorCode#AUTHORISATION_EXPIRED}. */
public record CapturePayment(
        @Field(label = "Order", from = "=order.id") String orderId,

        @Field(label = "Payment", from = "=payment.id") String paymentId,

        @Field(label = "Amount", help = "In minor units (cents).", from = "=order.total")
        long amount,

        @Field(label = "Currency", help = "ISO 4217, for instance EUR.", from = "=order.currency")
        String currency,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/capture-payment/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public CapturePayment {
        Given.text("orderId", orderId);
        Given.text("paymentId", paymentId);
        Given.amount(amount);
        Given.text("currency", currency);
        Given.text("effectKey", effectKey);
    }
}
