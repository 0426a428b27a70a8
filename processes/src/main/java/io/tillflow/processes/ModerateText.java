package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Input of {@link OfferedJobType#AI_MODERATE}. */
public record ModerateText(
        @Field(label = "Text", help = "What to judge.", lines = true) @Nullable
        String text,

        @Field(
                label = "Shopper's message",
                help =
                        "Instead of a text: the number of a message, whose words are read in the shop and stay out of variables.")
        @Nullable
        String messageId,

        @Field(label = "Prompt", help = "The kept instructions to follow; empty for the usual ones.") @Nullable
        String prompt,

        @Field(label = "Cost limit", help = "In minor units, for this call; empty for the day's budget alone.")
        @Nullable
        Double costLimit,

        @Field(label = "Time limit", help = "In seconds; 30 when empty.") @Nullable
        Integer timeLimit) {
    /** Refuses what no worker could use. */
    public ModerateText {
        Given.one("text or messageId", text, messageId);
    }

    /** The text may be about anybody. */
    @Override
    public String toString() {
        return "ModerateText[hidden]";
    }
}
