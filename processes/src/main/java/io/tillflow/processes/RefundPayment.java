package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#PAYMENTS_REFUND}: gives back all that was captured, voids what was not. */
public record RefundPayment(
        @Field(label = "Order", from = "=order.id") String orderId,

        @Field(label = "Payment", from = "=payment.id") @Nullable
        String paymentId,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/refund-payment/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public RefundPayment {
        Given.text("orderId", orderId);
        Given.text("effectKey", effectKey);
    }
}
