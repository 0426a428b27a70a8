package io.tillflow.processes;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#COMMERCE_UPDATE_ORDER}: the shop shows this state; the last four are shown where present. */
public record UpdateOrder(
        @Field(label = "Order", from = "=order.id") String orderId,

        @Field(label = "State", help = "What the shopper sees on the page of the order.")
        OrderState state,

        @Field(label = "Reason", help = "Shown with the state; empty for none.") @Nullable
        String reason,

        @Field(label = "Carrier") @Nullable String carrier,

        @Field(label = "Tracking number") @Nullable String trackingNumber,

        @Field(label = "Tracking page") @Nullable String trackingUrl,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/update-order/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public UpdateOrder {
        Given.text("orderId", orderId);
        Given.text("effectKey", effectKey);
        Objects.requireNonNull(state, "expected the variable state, but it is missing");
    }
}
