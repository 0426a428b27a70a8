package io.tillflow.processes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Input of {@link OfferedJobType#AI_EMBED}: the vectors themselves never become variables. */
public record CompareTexts(
        @Field(label = "Text", help = "What to compare; no names or addresses of shoppers.", lines = true) @Nullable
        String text,

        @Field(
                label = "Shopper's message",
                help =
                        "Instead of a text: the number of a message, whose words are read in the shop and stay out of variables.")
        @Nullable
        String messageId,

        @Field(
                label = "Candidates",
                help = "List of texts, at most 199; the one that means most alike is chosen.",
                lines = true)
        List<String> candidates) {
    /** Refuses what no worker could use. */
    public CompareTexts {
        Given.one("text or messageId", text, messageId);
        if (candidates == null || candidates.isEmpty()) {
            throw new IllegalArgumentException("expected the variable candidates, but it is missing or empty");
        }
    }

    /** The text may be about anybody. */
    @Override
    public String toString() {
        return "CompareTexts[hidden]";
    }
}
