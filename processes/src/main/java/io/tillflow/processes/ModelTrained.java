package io.tillflow.processes;

/** Output of {@link JobType#INTELLIGENCE_TRAIN_MODEL}: a version, and how it did on later data than it learned from. */
public record ModelTrained(
        @Field(label = "Version") int version,

        @Field(label = "Figure", help = "On the later data, for instance a hit rate.")
        double figure,

        @Field(label = "Baseline", help = "What the simple rule it would replace reaches there.")
        double baseline,

        @Field(label = "Gain over the baseline") double gain,

        @Field(label = "Gain at worst", help = "The lower end of its 90 % interval.")
        double gainAtWorst,

        @Field(label = "Compared with the live version") boolean comparedWithLive,

        @Field(label = "Gain over the live version", help = "0 when it could not be compared.")
        double gainOverLive) {}
