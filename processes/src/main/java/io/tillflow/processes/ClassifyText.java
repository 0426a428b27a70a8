package io.tillflow.processes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Input of {@link OfferedJobType#AI_CLASSIFY}. */
public record ClassifyText(
        @Field(label = "Text", help = "What to judge; no names or addresses of shoppers.", lines = true) @Nullable
        String text,

        @Field(
                label = "Shopper's message",
                help =
                        "Instead of a text: the number of a message, whose words are read in the shop and stay out of variables.")
        @Nullable
        String messageId,

        @Field(
                label = "Labels",
                help =
                        "FEEL context: each label with what it is for. Several examples, apart by semicolons, help the local model most.",
                from =
                        "={complaint: \"something is broken; I want my money back\", question: \"when will it arrive; do you have it in blue\"}",
                lines = true)
        Map<String, String> labels,

        @Field(label = "Prompt", help = "The kept instructions to follow; empty for the usual ones.") @Nullable
        String prompt,

        @Field(label = "Cost limit", help = "In minor units, for this call; empty for the day's budget alone.")
        @Nullable
        Double costLimit,

        @Field(label = "Time limit", help = "In seconds; 30 when empty.") @Nullable
        Integer timeLimit) {
    /** Refuses what no worker could use. */
    public ClassifyText {
        Given.one("text or messageId", text, messageId);
        Given.filled("labels", labels);
    }

    /** The text may be about anybody. */
    @Override
    public String toString() {
        return "ClassifyText[hidden]";
    }
}
