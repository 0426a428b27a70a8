package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Output of {@link JobType#INTELLIGENCE_EXPECT_DEMAND}. */
public record DemandExpected(
        @Field(label = "Expected demand", help = "Units in these days together; null where no forecast says anything.")
        @Nullable
        Double expectedDemand) {}
