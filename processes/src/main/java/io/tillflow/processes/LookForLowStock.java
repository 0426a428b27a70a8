package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Input of {@link JobType#COMMERCE_LOOK_FOR_LOW_STOCK}. */
public record LookForLowStock(
        @Field(label = "Article", help = "Its SKU; empty for all of them.") @Nullable
        String sku) {}
