package io.tillflow.processes;

/** Output of {@link JobType#INTELLIGENCE_LOOK_FOR_SLOW_SELLERS}. */
public record SlowSellersTold(
        @Field(label = "Told", help = "How many articles were told of, each by an event of its own.")
        int told) {}
