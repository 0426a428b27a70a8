package io.tillflow.processes;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#COMMERCE_UPDATE_RETURN}: the shop shows this state of a return; the rest is shown where present. */
public record UpdateReturn(
        @Field(label = "Order", from = "=order.id") String orderId,
        @Field(label = "Return", from = "=request.id") String returnId,

        @Field(label = "State", help = "What the shopper sees on the page of the order.")
        ReturnState state,

        @Field(label = "Reason", help = "Why it was refused; empty for none.") @Nullable
        String reason,

        @Field(label = "Tracking number") @Nullable String trackingNumber,

        @Field(label = "Tracking page", help = "Where the shopper follows what comes instead.") @Nullable
        String trackingUrl,

        @Field(label = "Label", help = "Where the shopper prints it.") @Nullable
        String labelUrl,

        @Field(label = "Refunded", help = "Minor units that went back.") @Nullable
        Long refunded,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=request.id + \"/update-return/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public UpdateReturn {
        Given.text("orderId", orderId);
        Given.text("returnId", returnId);
        Given.text("effectKey", effectKey);
        Objects.requireNonNull(state, "expected the variable state, but it is missing");
    }
}
