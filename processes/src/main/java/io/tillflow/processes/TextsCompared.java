package io.tillflow.processes;

/** Output of {@link OfferedJobType#AI_EMBED}. */
public record TextsCompared(
        @Field(label = "Closest", help = "The candidate that means most alike.")
        String closest,

        @Field(label = "Likeness", help = "The cosine of both; 1 for the same text, about 0 for nothing in common.")
        double likeness,

        @Field(label = "Answered by", help = "Provider and model.")
        String answeredBy) {}
