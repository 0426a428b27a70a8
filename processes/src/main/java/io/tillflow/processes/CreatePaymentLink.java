package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#PAYMENTS_CREATE_LINK}: opens a payment in minor units, stores its link in the shop and voids the former one. */
public record CreatePaymentLink(
        String orderId, @Nullable String formerPaymentId, long amount, String currency, String effectKey) {}
