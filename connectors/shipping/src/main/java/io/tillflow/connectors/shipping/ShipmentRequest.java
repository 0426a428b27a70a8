package io.tillflow.connectors.shipping;

/**
 * A parcel to send.
 *
 * @param reference the order's id
 */
public record ShipmentRequest(String reference, String carrier, String service, Recipient recipient, int weightGrams) {
    public ShipmentRequest {
        if (reference.isBlank() || carrier.isBlank() || service.isBlank()) {
            throw new IllegalArgumentException("a shipment needs a reference, a carrier and a service");
        }
    }
}
