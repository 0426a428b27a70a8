package io.tillflow.connectors.shipping;

/** Where a parcel stands. */
public enum ShipmentStatus {
    IN_TRANSIT,
    DELIVERED,
    LOST,
    /** Taken back before the carrier had it. */
    CANCELLED
}
