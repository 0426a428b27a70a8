package io.tillflow.connectors.shipping;

/** A parcel that a carrier has taken on; {@code trackingUrl} is a path on the shop or an address of the carrier. */
public record Shipment(
        String id,
        String reference,
        String carrier,
        String service,
        String trackingNumber,
        ShipmentStatus status,
        String trackingUrl) {}
