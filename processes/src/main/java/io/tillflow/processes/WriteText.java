package io.tillflow.processes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Input of {@link OfferedJobType#AI_CHAT}. */
public record WriteText(
        @Field(
                label = "Question",
                help = "What to answer or write about; no names or addresses of shoppers.",
                lines = true)
        @Nullable
        String text,

        @Field(
                label = "Shopper's message",
                help =
                        "Instead of a question: the number of a message, whose words are read in the shop and stay out of variables.")
        @Nullable
        String messageId,

        @Field(
                label = "Passages",
                help =
                        "List of texts that the answer must rest on. Without a large model, one sentence of them is quoted.")
        @Nullable
        List<String> passages,

        @Field(label = "Prompt", help = "The kept instructions to follow; empty for the usual ones.") @Nullable
        String prompt,

        @Field(label = "Cost limit", help = "In minor units, for this call; empty for the day's budget alone.")
        @Nullable
        Double costLimit,

        @Field(label = "Time limit", help = "In seconds; 30 when empty.") @Nullable
        Integer timeLimit) {
    /** Refuses what no worker could use. */
    public WriteText {
        Given.one("text or messageId", text, messageId);
    }

    /** The question may be about anybody. */
    @Override
    public String toString() {
        return "WriteText[hidden]";
    }
}
