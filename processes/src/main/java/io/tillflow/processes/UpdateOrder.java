package io.tillflow.processes;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#COMMERCE_UPDATE_ORDER}: the shop shows this state; the last four are shown where present. */
public record UpdateOrder(
        String orderId,
        OrderState state,
        @Nullable String reason,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable String trackingUrl,
        String effectKey) {
    /** Refuses what no worker could use. */
    public UpdateOrder {
        Given.text("orderId", orderId);
        Given.text("effectKey", effectKey);
        Objects.requireNonNull(state, "expected the variable state, but it is missing");
    }
}
