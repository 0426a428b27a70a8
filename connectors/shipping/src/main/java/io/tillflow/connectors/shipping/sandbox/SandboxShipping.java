package io.tillflow.connectors.shipping.sandbox;

import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.sandbox.Faults;
import io.tillflow.connectors.provider.sandbox.IdempotentCalls;
import io.tillflow.connectors.provider.sandbox.IdempotentCalls.Outcome;
import io.tillflow.connectors.shipping.CancelResult;
import io.tillflow.connectors.shipping.Parcel;
import io.tillflow.connectors.shipping.Rate;
import io.tillflow.connectors.shipping.ReturnLabel;
import io.tillflow.connectors.shipping.ReturnRequest;
import io.tillflow.connectors.shipping.Shipment;
import io.tillflow.connectors.shipping.ShipmentRequest;
import io.tillflow.connectors.shipping.ShipmentResult;
import io.tillflow.connectors.shipping.ShipmentStatus;
import io.tillflow.connectors.shipping.Shipping;
import io.tillflow.connectors.shipping.sandbox.ShipmentBook.Arrival;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The provider's side of each call: latency and faults first, then one transaction per key. */
public final class SandboxShipping implements Shipping {
    public static final String PROVIDER = "shipping";

    private final ShipmentBook book;
    private final IdempotentCalls calls;
    private final Faults faults;
    private final SandboxShippingSettings settings;
    private final Clock clock;

    public SandboxShipping(
            ShipmentBook book, IdempotentCalls calls, Faults faults, SandboxShippingSettings settings, Clock clock) {
        this.book = book;
        this.calls = calls;
        this.faults = faults;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Rate> rates(Parcel parcel) {
        return faults.suffer(
                PROVIDER,
                "rates",
                () -> MagicPostcode.of(parcel.postcode()) == MagicPostcode.UNDELIVERABLE
                        ? List.of()
                        : PriceList.ratesFor(parcel));
    }

    @Override
    public ShipmentResult ship(ShipmentRequest request, EffectKey key) {
        MagicPostcode magic = MagicPostcode.of(request.recipient().postcode());
        if (magic.failingCalls() > 0 && book.countCall(request.reference()) <= magic.failingCalls()) {
            throw new ProviderUnavailable(
                    "expected a shipment for " + request.reference() + ", but the carrier did not answer");
        }
        String asked = "ship " + request.reference() + " " + request.carrier() + " " + request.service();
        Outcome outcome = faults.suffer(
                PROVIDER, asked, () -> calls.once(PROVIDER, "ship:" + key, asked, () -> shipNow(request, magic)));
        return outcome.kind().equals("SHIPPED")
                ? new ShipmentResult.Shipped(
                        book.find(outcome.reference()).orElseThrow().shipment())
                : new ShipmentResult.Undeliverable(outcome.reference());
    }

    private Outcome shipNow(ShipmentRequest request, MagicPostcode magic) {
        return magic == MagicPostcode.UNDELIVERABLE
                ? new Outcome("UNDELIVERABLE", "no carrier goes to this address")
                : new Outcome("SHIPPED", book.take(request, arrival(magic)));
    }

    /** The sender's postcode says how the way back goes. */
    @Override
    public ReturnLabel returnLabel(ReturnRequest request, EffectKey key) {
        MagicPostcode magic = MagicPostcode.of(request.sender().postcode());
        ShipmentRequest back = new ShipmentRequest(
                request.reference(), "DHL", ShipmentBook.RETURN, request.sender(), request.weightGrams());
        String asked = "return " + request.reference();
        Outcome outcome = faults.suffer(
                PROVIDER,
                asked,
                () -> calls.once(
                        PROVIDER,
                        "return:" + key,
                        asked,
                        () -> new Outcome("SHIPPED", book.take(back, arrival(magic)))));
        Shipment shipment = book.find(outcome.reference()).orElseThrow().shipment();
        return new ReturnLabel(shipment.id(), shipment.trackingNumber(), "/sandbox/label/" + shipment.trackingNumber());
    }

    /** A parcel that waits for somebody to end its journey, or still travels, can be taken back. */
    @Override
    public CancelResult cancel(String shipmentId, EffectKey key) {
        return faults.suffer(PROVIDER, "cancel " + shipmentId, () -> {
            book.end(shipmentId, ShipmentStatus.CANCELLED);
            ShipmentStatus now = book.find(shipmentId)
                    .orElseThrow(
                            () -> new IllegalArgumentException("expected a shipment, but nobody knows " + shipmentId))
                    .status();
            return now == ShipmentStatus.CANCELLED
                    ? new CancelResult.Cancelled()
                    : new CancelResult.TooLate("the parcel is " + now);
        });
    }

    private @Nullable Arrival arrival(MagicPostcode magic) {
        return switch (magic) {
            case NEVER_DELIVERED -> null;
            case DELIVERED_AT_ONCE -> new Arrival(ShipmentStatus.DELIVERED, clock.instant());
            case LOST -> new Arrival(ShipmentStatus.LOST, clock.instant().plus(settings.transit()));
            case NONE, UNDELIVERABLE, CARRIER_DOWN, TIMES_OUT_TWICE ->
                new Arrival(ShipmentStatus.DELIVERED, clock.instant().plus(settings.transit()));
        };
    }

    @Override
    public Optional<Shipment> find(String shipmentId) {
        return faults.suffer(
                PROVIDER, "find " + shipmentId, () -> book.find(shipmentId).map(ShipmentBook.Entry::shipment));
    }
}
