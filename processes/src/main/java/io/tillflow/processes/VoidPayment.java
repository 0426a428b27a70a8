package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#PAYMENTS_VOID}: whatever its state, the payment takes no money afterwards; nothing to do without an id; no output. */
public record VoidPayment(
        @Field(label = "Order", from = "=order.id") String orderId,

        @Field(label = "Payment", from = "=payment.id") @Nullable
        String paymentId,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/void-payment/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public VoidPayment {
        Given.text("orderId", orderId);
        Given.text("effectKey", effectKey);
    }
}
