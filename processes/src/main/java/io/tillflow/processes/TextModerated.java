package io.tillflow.processes;

import java.util.List;

/** Output of {@link OfferedJobType#AI_MODERATE}. */
public record TextModerated(
        @Field(label = "Flagged", help = "Whether it had better not be shown before a person looked at it.")
        boolean flagged,

        @Field(label = "Reasons") List<String> reasons,

        @Field(label = "Answered by", help = "Provider and model.")
        String answeredBy) {}
