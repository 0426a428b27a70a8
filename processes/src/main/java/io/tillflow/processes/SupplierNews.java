package io.tillflow.processes;

import org.jspecify.annotations.Nullable;

/** Output of {@link JobType#SUPPLIERS_REMIND}: how a purchase stands, as the supplier's own news say it. */
public record SupplierNews(
        @Field(label = "Status") PurchaseStatus status,

        @Field(
                label = "Quantity",
                help = "How many are confirmed or, once delivered, came in all; before that as many as were ordered.")
        int quantity,

        @Field(label = "Expected on", help = "A day like 2026-03-31, as soon as the supplier has said one.") @Nullable
        String expectedOn) {}
