package io.tillflow.processes;

/** Output of {@link JobType#SUPPLIERS_PLACE_ORDER}. */
public record PurchasePlaced(
        @Field(label = "Purchase", help = "The supplier's id of it.")
        String purchaseId) {}
