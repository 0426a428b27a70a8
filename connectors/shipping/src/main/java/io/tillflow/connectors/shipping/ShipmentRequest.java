package io.tillflow.connectors.shipping;

import org.jspecify.annotations.Nullable;

/**
 * A parcel to send.
 *
 * @param reference the order's id
 * @param origin where it is fetched; null for where the shop's parcels come from otherwise
 */
public record ShipmentRequest(
        String reference,
        String carrier,
        String service,
        Recipient recipient,
        int weightGrams,
        @Nullable Recipient origin) {
    public ShipmentRequest(String reference, String carrier, String service, Recipient recipient, int weightGrams) {
        this(reference, carrier, service, recipient, weightGrams, null);
    }

    public ShipmentRequest {
        if (reference.isBlank() || carrier.isBlank() || service.isBlank()) {
            throw new IllegalArgumentException("a shipment needs a reference, a carrier and a service");
        }
    }
}
