package io.tillflow.processes;

/** Output of {@link OfferedJobType#AI_CLASSIFY}. */
public record TextClassified(
        @Field(label = "Label") String label,

        @Field(
                label = "Confidence",
                help =
                        "0 to 1. The local model's comes from likeness, a large model's is its own word: try both before a decision rests on it.")
        double confidence,

        @Field(label = "Answered by", help = "Provider and model.")
        String answeredBy) {}
