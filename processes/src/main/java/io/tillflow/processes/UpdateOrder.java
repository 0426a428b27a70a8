package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#COMMERCE_UPDATE_ORDER}: the shop shows this state; the last four are shown where present. */
public record UpdateOrder(
        String orderId,
        OrderState state,
        @Nullable String reason,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable String trackingUrl,
        String effectKey) {}
