package io.tillflow.connectors.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.connectors.provider.EffectKey;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every shipping provider behind the port must do. */
public abstract class ShippingContract {
    protected final String order = UUID.randomUUID().toString();

    protected abstract Shipping shipping();

    /** A postcode that no carrier goes to. */
    protected abstract String undeliverablePostcode();

    /** The carrier hands it over. */
    protected abstract void deliver(Shipment shipment);

    protected ShipmentRequest request(String postcode) {
        Recipient recipient = new Recipient("Mara Lindqvist", "Long Lane 1", "", postcode, "Berlin", "DE");
        return new ShipmentRequest(order, "DHL", "parcel", recipient, 1200);
    }

    protected EffectKey key() {
        return new EffectKey(order + "/create-shipment/1");
    }

    protected Shipment shipped(String postcode) {
        return ((ShipmentResult.Shipped) shipping().ship(request(postcode), key())).shipment();
    }

    @Test
    void aParcelIsHandedOverOnceHoweverOftenItIsAsked() {
        Shipment first = shipped("10115");
        assertThat(shipped("10115")).isEqualTo(first);
        assertThat(first.trackingNumber()).isNotBlank();
        assertThat(first.status()).isEqualTo(ShipmentStatus.IN_TRANSIT);
        assertThat(shipping().find(first.id())).contains(first);
    }

    @Test
    void aReturnLabelIsMadeOnceHoweverOftenItIsAsked() {
        ReturnRequest back = new ReturnRequest(order, request("10115").recipient(), 600);
        ReturnLabel label = shipping().returnLabel(back, key());
        assertThat(shipping().returnLabel(back, key())).isEqualTo(label);
        assertThat(label.trackingNumber()).isNotBlank();
        assertThat(label.url()).isNotBlank();
        assertThat(shipping().find(label.shipmentId()))
                .hasValueSatisfying(parcel -> assertThat(parcel.reference()).isEqualTo(order));
    }

    @Test
    void aParcelIsTakenBackOnceHoweverOftenItIsAsked() {
        Shipment shipment = shipped("10115");
        EffectKey cancel = new EffectKey(order + "/cancel-shipment/1");
        assertThat(shipping().cancel(shipment.id(), cancel)).isEqualTo(new CancelResult.Cancelled());
        assertThat(shipping().cancel(shipment.id(), cancel)).isEqualTo(new CancelResult.Cancelled());
        assertThat(shipping().find(shipment.id()))
                .hasValueSatisfying(it -> assertThat(it.status()).isEqualTo(ShipmentStatus.CANCELLED));
    }

    @Test
    void whatArrivedIsNotTakenBack() {
        Shipment shipment = shipped("10115");
        deliver(shipment);
        assertThat(shipping().cancel(shipment.id(), new EffectKey(order + "/cancel-shipment/1")))
                .isInstanceOf(CancelResult.TooLate.class);
        assertThat(shipping().find(shipment.id()))
                .hasValueSatisfying(it -> assertThat(it.status()).isEqualTo(ShipmentStatus.DELIVERED));
    }

    @Test
    void theSameKeyForAnotherCarrierIsRefused() {
        shipped("10115");
        ShipmentRequest other =
                new ShipmentRequest(order, "UPS", "express", request("10115").recipient(), 1200);
        assertThatThrownBy(() -> shipping().ship(other, key())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noCarrierGoesEverywhere() {
        assertThat(shipping().ship(request(undeliverablePostcode()), key()))
                .isInstanceOf(ShipmentResult.Undeliverable.class);
        assertThat(shipping().rates(new Parcel(1200, "DE", undeliverablePostcode(), false)))
                .isEmpty();
    }

    @Test
    void theCheapestRateComesFirst() {
        assertThat(shipping().rates(new Parcel(1200, "DE", "10115", false)))
                .isNotEmpty()
                .isSortedAccordingTo(
                        (a, b) -> Long.compare(a.price().minorUnits(), b.price().minorUnits()));
    }

    @Test
    void nobodyKnowsAnUnknownShipment() {
        assertThat(shipping().find("shp_unknown")).isEmpty();
    }
}
