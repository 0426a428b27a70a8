package io.tillflow.processes;

/** Output of {@link JobType#SUPPLIERS_REQUEST_QUOTE}. */
public record QuoteReceived(
        @Field(label = "Quantity", help = "What was asked for, filled up to whole packs.")
        int quantity,

        @Field(label = "Price of one", help = "In minor units.")
        long unitPrice,

        @Field(label = "Total", help = "In minor units.") long total,

        @Field(label = "Days until the goods come") int leadDays) {}
