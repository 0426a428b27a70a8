package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Output of {@link JobType#COMMERCE_ANSWER_SUPPORT}. */
public record SupportAnswered(
        @Field(
                label = "Outcome",
                help =
                        "GIVEN, ANSWERED when a person was faster, CLOSED, or PERSON when only one can answer: the shopper wrote more, or the shop does not know what the answer names.")
        String outcome,

        @Field(label = "Message", help = "The answer that stands.") @Nullable
        String messageId,

        @Field(label = "Message number", help = "Grows with every message.") @Nullable
        Long number) {}
