package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#PAYMENTS_CREATE_LINK}: opens a payment in minor units, stores its link in the shop and voids the former one. */
public record CreatePaymentLink(
        String orderId, @Nullable String formerPaymentId, long amount, String currency, String effectKey) {
    /** Refuses what no worker could use. */
    public CreatePaymentLink {
        Given.text("orderId", orderId);
        Given.amount(amount);
        Given.text("currency", currency);
        Given.text("effectKey", effectKey);
    }
}
