package io.tillflow.processes;

import java.util.Objects;

/** Input of {@link JobType#COMMERCE_UPDATE_SUPPORT}: the shop shows this state of a question; no output. */
public record UpdateSupport(
        @Field(label = "Order", from = "=order.id") String orderId,
        @Field(label = "Question", from = "=request.id") String requestId,

        @Field(label = "State", help = "What the shopper sees beside the conversation.")
        SupportState state,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=request.id + \"/update-support/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public UpdateSupport {
        Given.text("orderId", orderId);
        Given.text("requestId", requestId);
        Given.text("effectKey", effectKey);
        Objects.requireNonNull(state, "expected the variable state, but it is missing");
    }
}
