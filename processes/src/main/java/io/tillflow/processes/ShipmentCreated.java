package io.tillflow.processes;

/** Output of {@link JobType#SHIPPING_CREATE_SHIPMENT}. */
public record ShipmentCreated(
        @Field(label = "Shipment") String shipmentId,

        @Field(label = "Tracking number") String trackingNumber,

        @Field(label = "Tracking page") String trackingUrl) {}
