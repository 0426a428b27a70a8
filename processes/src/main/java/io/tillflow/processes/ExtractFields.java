package io.tillflow.processes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Input of {@link OfferedJobType#AI_EXTRACT}. */
public record ExtractFields(
        @Field(label = "Text", help = "Where to look; no names or addresses of shoppers.", lines = true) @Nullable
        String text,

        @Field(
                label = "Shopper's message",
                help =
                        "Instead of a text: the number of a message, whose words are read in the shop and stay out of variables.")
        @Nullable
        String messageId,

        @Field(
                label = "Schema",
                help = "JSON schema of the facts to find. What comes back fits it, or the step throws AI_UNFIT.",
                from =
                        "={type: \"object\", properties: {amount: {type: \"number\"}, day: {type: \"string\", format: \"date\"}}, required: [\"amount\"]}",
                lines = true)
        Map<String, Object> schema,

        @Field(label = "Prompt", help = "The kept instructions to follow; empty for the usual ones.") @Nullable
        String prompt,

        @Field(label = "Cost limit", help = "In minor units, for this call; empty for the day's budget alone.")
        @Nullable
        Double costLimit,

        @Field(label = "Time limit", help = "In seconds; 30 when empty.") @Nullable
        Integer timeLimit) {
    /** Refuses what no worker could use. */
    public ExtractFields {
        Given.one("text or messageId", text, messageId);
        Given.filled("schema", schema);
    }

    /** The text may be about anybody. */
    @Override
    public String toString() {
        return "ExtractFields[hidden]";
    }
}
