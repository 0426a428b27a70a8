package io.tillflow.connectors.workers;

import static io.camunda.client.exception.CamundaError.bpmnError;

import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import io.tillflow.connectors.catalogue.Action;
import io.tillflow.connectors.catalogue.Effect;
import io.tillflow.connectors.commerce.OrderFacts;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.shipping.CancelResult;
import io.tillflow.connectors.shipping.Recipient;
import io.tillflow.connectors.shipping.ShipmentRequest;
import io.tillflow.connectors.shipping.ShipmentResult;
import io.tillflow.connectors.shipping.Shipping;
import io.tillflow.processes.CancelShipment;
import io.tillflow.processes.CreateShipment;
import io.tillflow.processes.ErrorCode;
import io.tillflow.processes.JobType;
import io.tillflow.processes.OfferedErrorCode;
import io.tillflow.processes.OfferedJobType;
import io.tillflow.processes.ShipmentCreated;
import org.springframework.stereotype.Component;

/** The parcel's part of the processes; the address goes from the shop to the carrier and nowhere else. */
@Component
public class ShippingWorkers {
    private final Shipping shipping;
    private final Shop shop;
    private final ChosenCarriers carriers;

    ShippingWorkers(Shipping shipping, Shop shop, ChosenCarriers carriers) {
        this.shipping = shipping;
        this.shop = shop;
        this.carriers = carriers;
    }

    @Action(
            name = "Create shipment",
            help = "Hands a parcel to a carrier; the address goes from the shop to the carrier only.",
            effect = Effect.KEYED,
            errors = ErrorCode.ADDRESS_UNDELIVERABLE)
    @JobWorker(type = JobType.SHIPPING_CREATE_SHIPMENT)
    public ShipmentCreated createShipment(@VariablesAsType CreateShipment job) {
        EffectKey key = new EffectKey(job.effectKey());
        return switch (carriers.ship(shipping, request(job), key)) {
            case ShipmentResult.Shipped shipped ->
                new ShipmentCreated(
                        shipped.shipment().id(),
                        shipped.shipment().trackingNumber(),
                        shipped.shipment().trackingUrl());
            case ShipmentResult.Undeliverable undeliverable ->
                throw bpmnError(ErrorCode.ADDRESS_UNDELIVERABLE, undeliverable.reason());
        };
    }

    @Action(
            name = "Cancel shipment",
            help = "Takes a parcel back whose label was made but that the carrier does not have yet.",
            effect = Effect.KEYED,
            errors = OfferedErrorCode.SHIPMENT_UNDERWAY)
    @JobWorker(type = OfferedJobType.SHIPPING_CANCEL_SHIPMENT)
    public void cancelShipment(@VariablesAsType CancelShipment job) {
        switch (shipping.cancel(job.shipmentId(), new EffectKey(job.effectKey()))) {
            case CancelResult.Cancelled ignored -> {}
            case CancelResult.TooLate late -> throw bpmnError(OfferedErrorCode.SHIPMENT_UNDERWAY, late.reason());
        }
    }

    private static Recipient recipient(OrderFacts.Place place) {
        return new Recipient(
                place.name(), place.street(), place.extra(), place.postcode(), place.town(), place.country());
    }

    private ShipmentRequest request(CreateShipment job) {
        String reference = job.reference();
        OrderFacts order = reference == null ? shop.facts(job.orderId()) : shop.facts(job.orderId(), reference);
        Integer weight = job.weightGrams();
        return new ShipmentRequest(
                reference == null ? job.orderId() : reference,
                job.carrier(),
                job.service(),
                recipient(order.shipping()),
                weight == null ? order.weightGrams() : weight,
                order.from() == null ? null : recipient(order.from()));
    }
}
