package io.tillflow.processes;

/** Output of {@link JobType#SHIPPING_CREATE_SHIPMENT}. */
public record ShipmentCreated(String shipmentId, String trackingNumber, String trackingUrl) {}
