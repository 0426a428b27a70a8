package io.tillflow.processes;

/** Output of {@link JobType#SHIPPING_CREATE_RETURN_LABEL}. */
public record ReturnLabelCreated(
        @Field(label = "Tracking number") String trackingNumber,

        @Field(label = "Label", help = "Where the shopper prints it.")
        String labelUrl) {}
