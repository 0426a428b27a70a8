package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#COMMERCE_ANSWER_SUPPORT}: the shop answers a shopper's question with these words. */
public record AnswerSupport(
        @Field(label = "Order", from = "=order.id") String orderId,
        @Field(label = "Question", from = "=request.id") String requestId,

        @Field(
                label = "Answer",
                help =
                        "May name {number}, {promisedOn}, {returnDays}, {carrier} and {trackingNumber}, which the shop fills in.",
                lines = true)
        String text,

        @Field(
                label = "Language",
                help = "What the answer is in, as en or de, for the days it names; empty for the order's.")
        @Nullable
        String language,

        @Field(
                label = "Effect key",
                help =
                        "Names this effect once and for all: business id / step / attempt. A repeat with the same key changes nothing more.",
                from = "=request.id + \"/answer-support/1\"")
        String effectKey) {
    /** Refuses what no worker could use. */
    public AnswerSupport {
        Given.text("orderId", orderId);
        Given.text("requestId", requestId);
        Given.text("effectKey", effectKey);
        Given.text("text", text);
    }
}
