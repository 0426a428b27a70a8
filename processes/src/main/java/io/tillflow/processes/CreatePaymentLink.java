package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#PAYMENTS_CREATE_LINK}: opens a payment in minor units, stores its link in the shop and voids the former one. */
public record CreatePaymentLink(
        @Field(label = "Order", from = "=order.id") String orderId,

        @Field(
                label = "Former payment",
                help = "Voided once the new one is open; empty when there is none.",
                from = "=payment.id")
        @Nullable
        String formerPaymentId,

        @Field(label = "Amount", help = "In minor units (cents).", from = "=order.total")
        long amount,

        @Field(label = "Currency", help = "ISO 4217, for instance EUR.", from = "=order.currency")
        String currency,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/create-payment-link/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public CreatePaymentLink {
        Given.text("orderId", orderId);
        Given.amount(amount);
        Given.text("currency", currency);
        Given.text("effectKey", effectKey);
    }
}
