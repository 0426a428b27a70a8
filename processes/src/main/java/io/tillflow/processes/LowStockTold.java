package io.tillflow.processes;

/** Output of {@link JobType#COMMERCE_LOOK_FOR_LOW_STOCK}. */
public record LowStockTold(
        @Field(label = "Told", help = "Of how many articles the shop told, each by an event of its own.")
        int told) {}
