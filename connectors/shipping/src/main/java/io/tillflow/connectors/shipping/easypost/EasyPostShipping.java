package io.tillflow.connectors.shipping.easypost;

import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.shipping.CancelResult;
import io.tillflow.connectors.shipping.Parcel;
import io.tillflow.connectors.shipping.Rate;
import io.tillflow.connectors.shipping.Recipient;
import io.tillflow.connectors.shipping.ReturnLabel;
import io.tillflow.connectors.shipping.ReturnRequest;
import io.tillflow.connectors.shipping.Shipment;
import io.tillflow.connectors.shipping.ShipmentRequest;
import io.tillflow.connectors.shipping.ShipmentResult;
import io.tillflow.connectors.shipping.ShipmentStatus;
import io.tillflow.connectors.shipping.Shipping;
import io.tillflow.connectors.shipping.easypost.EasyPostClient.EasyPostError;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Parcels by EasyPost. It knows no idempotency key, so each shipment carries ours as its reference and is looked up by it first;
 * postage is bought once for a shipment, whoever asks.
 */
public final class EasyPostShipping implements Shipping {
    /** Between the parts of a reference: what the parcel is for, the step, the attempt. */
    static final String PARTS = ":";

    private static final String SHIPMENTS = "/shipments/";
    private static final String RETURN = PARTS + "return";
    private static final double GRAMS_PER_OUNCE = 28.349523125;

    private final EasyPostClient easyPost;
    private final Recipient sender;

    /**
     * @param sender where parcels come from, and returns go to
     */
    public EasyPostShipping(URI endpoint, Supplier<String> apiKey, Recipient sender, Duration timeout, Clock clock) {
        this.easyPost = new EasyPostClient(endpoint, apiKey, timeout, clock);
        this.sender = sender;
    }

    @Override
    public List<Rate> rates(Parcel parcel) {
        Map<String, Object> to = Map.of("zip", parcel.postcode(), "country", parcel.country());
        try {
            return new EasyPostParcel(create(null, address(sender), to, parcel.weightGrams(), false)).rates();
        } catch (EasyPostError error) {
            if (error.isAddress()) {
                return List.of();
            }
            throw error;
        }
    }

    @Override
    public ShipmentResult ship(ShipmentRequest request, EffectKey key) {
        String reference = reference(request.reference(), key);
        EasyPostParcel parcel;
        try {
            parcel =
                    made(reference, from(request.origin()), address(request.recipient()), request.weightGrams(), false);
        } catch (EasyPostError error) {
            if (error.isAddress()) {
                return new ShipmentResult.Undeliverable("the carrier cannot read this address: " + error.code());
            }
            throw error;
        }
        if (parcel.isBought() && !EasyPostParcel.isOf(parcel.carrier(), request.carrier())) {
            throw new IllegalArgumentException("expected key " + key + " to repeat a shipment by " + parcel.carrier()
                    + ", but it asks for " + request.carrier());
        }
        return parcel.isBought() || parcel.hasRates()
                ? new ShipmentResult.Shipped(
                        bought(parcel, request.carrier(), request.service()).shipment())
                : new ShipmentResult.Undeliverable("no carrier goes to this address");
    }

    @Override
    public ReturnLabel returnLabel(ReturnRequest request, EffectKey key) {
        String reference = reference(request.reference(), key) + RETURN;
        EasyPostParcel parcel = bought(
                made(reference, address(sender), address(request.sender()), request.weightGrams(), true), "", "return");
        return new ReturnLabel(parcel.id(), parcel.shipment().trackingNumber(), parcel.labelUrl());
    }

    @Override
    public CancelResult cancel(String shipmentId, EffectKey key) {
        EasyPostParcel parcel = known(shipmentId);
        if (parcel.status() == ShipmentStatus.CANCELLED) {
            return new CancelResult.Cancelled();
        }
        if (parcel.status() != ShipmentStatus.IN_TRANSIT) {
            return new CancelResult.TooLate("the parcel is " + parcel.status());
        }
        try {
            JsonNode told = easyPost.post(SHIPMENTS + parcel.id() + "/refund", Map.of());
            return new EasyPostParcel(told).status() == ShipmentStatus.CANCELLED
                    ? new CancelResult.Cancelled()
                    : new CancelResult.TooLate("the carrier's answer is "
                            + told.path("refund_status").asString("no"));
        } catch (EasyPostError error) {
            if (error.isNoRefund()) {
                return new CancelResult.TooLate("the carrier's answer is " + error.code());
            }
            throw error;
        }
    }

    @Override
    public Optional<Shipment> find(String shipmentId) {
        return easyPost.get(SHIPMENTS + shipmentId).map(EasyPostParcel::new).map(EasyPostParcel::shipment);
    }

    private EasyPostParcel known(String shipmentId) {
        return easyPost.get(SHIPMENTS + shipmentId)
                .map(EasyPostParcel::new)
                .orElseThrow(() -> new IllegalArgumentException("expected a shipment, but nobody knows " + shipmentId));
    }

    /** The shipment of this reference, made unless it is there. */
    private EasyPostParcel made(
            String reference, Map<String, Object> from, Map<String, Object> to, int weightGrams, boolean back) {
        return new EasyPostParcel(
                easyPost.get(SHIPMENTS + reference).orElseGet(() -> create(reference, from, to, weightGrams, back)));
    }

    private JsonNode create(
            @Nullable String reference,
            Map<String, Object> from,
            Map<String, Object> to,
            int weightGrams,
            boolean back) {
        double ounces = Math.max(0.1, Math.round(weightGrams / GRAMS_PER_OUNCE * 10) / 10.0);
        Map<String, Object> shipment = new LinkedHashMap<>();
        if (reference != null) {
            shipment.put("reference", reference);
        }
        shipment.put("to_address", to);
        shipment.put("from_address", from);
        shipment.put("parcel", Map.of("weight", ounces));
        // EasyPost itself turns both addresses round for a return
        shipment.put("is_return", back);
        return easyPost.post("/shipments", Map.of("shipment", shipment));
    }

    private EasyPostParcel bought(EasyPostParcel parcel, String carrier, String service) {
        if (parcel.isBought()) {
            return parcel;
        }
        String rate = parcel.rate(carrier, service)
                .orElseThrow(() -> new IllegalStateException("expected EasyPost to offer a rate of " + carrier
                        + ", but it offers " + (parcel.hasRates() ? parcel.carriers() : "none")
                        + ": connect the carrier there, or change the table carrier-choice"));
        try {
            return new EasyPostParcel(
                    easyPost.post(SHIPMENTS + parcel.id() + "/buy", Map.of("rate", Map.of("id", rate))));
        } catch (EasyPostError error) {
            if (error.isBoughtAlready()) {
                return known(parcel.id());
            }
            throw error;
        }
    }

    private static String reference(String what, EffectKey key) {
        return what
                + PARTS
                + key.value().substring(key.value().indexOf('/') + 1).replace("/", PARTS);
    }

    /** The shop's name, wherever a parcel leaves. */
    private Map<String, Object> from(@Nullable Recipient origin) {
        Map<String, Object> address = address(origin == null ? sender : origin);
        address.put("name", sender.name());
        return address;
    }

    private static Map<String, Object> address(Recipient place) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("name", place.name());
        address.put("street1", place.street());
        address.put("street2", place.extra());
        address.put("zip", place.postcode());
        address.put("city", place.town());
        address.put("country", place.country());
        return address;
    }
}
