package io.tillflow.connectors.shipping;

import io.tillflow.connectors.provider.EffectKey;
import java.util.List;
import java.util.Optional;

/**
 * Carriers behind one provider.
 *
 * <p>Passing trouble is {@link io.tillflow.connectors.provider.ProviderUnavailable}; the caller repeats with the same key and
 * gets the shipment that the first call made.
 */
public interface Shipping {
    /** What carriers ask for a parcel, cheapest first; empty when none goes there. */
    List<Rate> rates(Parcel parcel);

    ShipmentResult ship(ShipmentRequest request, EffectKey key);

    /** A label on which a shopper sends things back; free of charge for them. */
    ReturnLabel returnLabel(ReturnRequest request, EffectKey key);

    /** Takes a parcel back whose label was made; once cancelled it stays so. */
    CancelResult cancel(String shipmentId, EffectKey key);

    Optional<Shipment> find(String shipmentId);
}
