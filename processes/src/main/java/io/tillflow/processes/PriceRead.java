package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Output of {@link JobType#COMMERCE_READ_PRICE}. */
public record PriceRead(
        @Field(label = "Price", help = "In minor units, cents for euros.")
        long price,

        @Field(label = "Currency", help = "The shop's own.") String currency,

        @Field(label = "Lowest price", help = "Of the last 30 days, today's among them, in minor units.")
        long lowest,

        @Field(label = "Planned until", help = "When the price before comes back; empty for a price that stays.")
        @Nullable
        String until) {}
