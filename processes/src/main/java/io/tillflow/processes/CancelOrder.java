package io.tillflow.processes;

import java.util.Objects;

/** Input of {@link OfferedJobType#COMMERCE_CANCEL_ORDER}: cancels an order of a connected shop for good; no output. */
public record CancelOrder(
        @Field(label = "Order", help = "Of a connected shop, such as shopify-5512.", from = "=order.id")
        String orderId,

        @Field(label = "Cause", help = "What the shop keeps statistics of.")
        CancelCause cause,

        @Field(
                label = "Money back",
                help = "Whether what was paid goes back the way it came; what was only authorised is let go anyhow.",
                from = "=true")
        boolean refund,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=order.id + \"/cancel-order/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public CancelOrder {
        Given.text("orderId", orderId);
        Objects.requireNonNull(cause, "expected the variable cause, but it is missing");
        Given.text("effectKey", effectKey);
    }
}
