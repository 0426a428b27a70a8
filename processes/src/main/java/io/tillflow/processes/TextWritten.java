package io.tillflow.processes;

/** Output of {@link OfferedJobType#AI_CHAT}. */
public record TextWritten(
        @Field(label = "Text", help = "Place holders like [EMAIL_1] stand for what names a person.")
        String text,

        @Field(label = "Answered by", help = "Provider and model.")
        String answeredBy) {}
