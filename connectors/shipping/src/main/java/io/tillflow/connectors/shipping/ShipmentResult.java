package io.tillflow.connectors.shipping;

/** What came of handing a parcel over. */
public sealed interface ShipmentResult {
    /** A carrier has it. */
    record Shipped(Shipment shipment) implements ShipmentResult {}

    /** No carrier takes a parcel to this address. */
    record Undeliverable(String reason) implements ShipmentResult {}
}
