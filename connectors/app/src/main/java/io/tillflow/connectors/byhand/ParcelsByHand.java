package io.tillflow.connectors.byhand;

import io.tillflow.connectors.commerce.AllocationResult;
import io.tillflow.connectors.commerce.OrderFacts;
import io.tillflow.connectors.commerce.OrderNews;
import io.tillflow.connectors.commerce.ShippingLock;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.payments.PaymentStatus;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.shipping.Parcel;
import io.tillflow.connectors.shipping.Rate;
import io.tillflow.connectors.shipping.Recipient;
import io.tillflow.connectors.shipping.Shipment;
import io.tillflow.connectors.shipping.ShipmentRequest;
import io.tillflow.connectors.shipping.ShipmentResult;
import io.tillflow.connectors.shipping.Shipping;
import io.tillflow.connectors.workers.ChosenCarriers;
import io.tillflow.processes.OrderState;
import io.tillflow.processes.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The parcel's and the shelf's part of what staff do. */
@Component
class ParcelsByHand {
    private final Shop shop;
    private final Shipping shipping;
    private final Payments payments;
    private final ChosenCarriers carriers;

    ParcelsByHand(Shop shop, Shipping shipping, Payments payments, ChosenCarriers carriers) {
        this.shop = shop;
        this.shipping = shipping;
        this.payments = payments;
        this.carriers = carriers;
    }

    /** Answers carrier and number, or that the order must be called off. */
    Outcome ship(Act.Ship act) {
        makeSureItIsPaid(act.paymentId());
        OrderFacts order = shop.facts(act.orderId());
        Rate rate = rate(order, order.weightGrams(), act.carrier(), act.service());
        allocate(act.orderId());
        if (shop.lockForShipping(act.orderId(), key(Step.LOCK_FOR_SHIPPING, act.orderId()))
                instanceof ShippingLock.OrderCancelled) {
            throw new ActRefused("The order is cancelled.");
        }
        EffectKey key = key(Step.CREATE_SHIPMENT, act.orderId());
        // staff may have changed its address or things until it was locked
        return switch (handedOver(own(shop.facts(act.orderId()), rate), key)) {
            case ShipmentResult.Shipped shipped -> Outcome.done(shown(act.orderId(), shipped.shipment()));
            case ShipmentResult.Undeliverable no ->
                Outcome.undeliverable("The carrier refused, so the order is called off: " + no.reason() + ".");
        };
    }

    /** Hands over what is wanted instead; where it cannot be delivered it stays here for good. */
    ShipmentResult replace(Act.SendExchange act, EffectKey key) {
        OrderFacts order = shop.facts(act.orderId(), act.returnId());
        Rate rate = rate(order, act.weightGrams(), act.carrier(), act.service());
        ShipmentResult result = handedOver(request(order, act.returnId(), rate, act.weightGrams()), key);
        if (result instanceof ShipmentResult.Undeliverable) {
            carriers.undeliverable(key);
        }
        return result;
    }

    String keep(Act.Keep act) {
        String back = act.returnId();
        EffectKey key = back == null ? key(Step.CREATE_SHIPMENT, act.orderId()) : key(Step.SHIP_REPLACEMENT, back);
        if (!carriers.keep(key)) {
            throw new ActRefused("Its parcel was handed to a carrier, or may have been.");
        }
        return "";
    }

    private ShipmentResult handedOver(ShipmentRequest request, EffectKey key) {
        try {
            return carriers.ship(shipping, request, key);
        } catch (IllegalStateException refused) {
            throw new ActRefused("The carrier refused; another one may take it: " + refused.getMessage());
        }
    }

    private String shown(String orderId, Shipment shipment) {
        shop.show(
                orderId,
                new OrderNews(
                        OrderState.SHIPPED,
                        null,
                        shipment.carrier(),
                        shipment.trackingNumber(),
                        shipment.trackingUrl()),
                key(Step.SHOW_ORDER_SHIPPED, orderId));
        return shipment.carrier() + " " + shipment.trackingNumber();
    }

    /** The order's page says so, and its things are free for others. */
    void callOff(Act.Cancel act) {
        shop.show(
                act.orderId(),
                new OrderNews(OrderState.CANCELLED, act.reason(), null, null, null),
                key(Step.SHOW_ORDER_CANCELLED, act.orderId()));
        shop.release(act.orderId(), key(Step.RELEASE_STOCK, act.orderId()));
    }

    private void makeSureItIsPaid(String paymentId) {
        PaymentStatus status = payments.find(paymentId)
                .map(Payment::status)
                .orElseThrow(() -> new ActRefused("Nobody knows payment " + paymentId + "."));
        if (status != PaymentStatus.AUTHORISED && status != PaymentStatus.CAPTURED) {
            throw new ActRefused("It is not paid: its payment is " + status + ".");
        }
    }

    private void allocate(String orderId) {
        switch (shop.allocate(orderId, key(Step.ALLOCATE_STOCK, orderId))) {
            case AllocationResult.Allocated ignored -> {}
            case AllocationResult.StockShort missing ->
                throw new ActRefused("Not all of it is on the shelf; missing: " + missing.missing() + ".");
            case AllocationResult.OrderCancelled ignored -> throw new ActRefused("The order is cancelled.");
        }
    }

    /** Asked before anything is done: an order that nobody can deliver stays one that can be cancelled. */
    private Rate rate(OrderFacts order, int weightGrams, @Nullable String carrier, @Nullable String service) {
        OrderFacts.Place to = order.shipping();
        List<Rate> rates = shipping.rates(new Parcel(weightGrams, to.country(), to.postcode(), order.express()));
        return rates.stream()
                .filter(rate -> carrier == null || carrier.equalsIgnoreCase(rate.carrier()))
                .filter(rate -> service == null || service.equalsIgnoreCase(rate.service()))
                .findFirst()
                .orElseThrow(() -> new ActRefused(
                        rates.isEmpty()
                                ? "No carrier goes to this address."
                                : "No such carrier goes there; these do: "
                                        + String.join(
                                                ", ",
                                                rates.stream()
                                                        .map(it -> it.carrier() + " " + it.service())
                                                        .toList())
                                        + "."));
    }

    private static ShipmentRequest own(OrderFacts order, Rate rate) {
        return request(order, order.id(), rate, order.weightGrams());
    }

    private static ShipmentRequest request(OrderFacts order, String reference, Rate rate, int weightGrams) {
        return new ShipmentRequest(
                reference,
                rate.carrier(),
                rate.service(),
                recipient(order.shipping()),
                weightGrams,
                order.from() == null ? null : recipient(order.from()));
    }

    private static Recipient recipient(OrderFacts.Place place) {
        return new Recipient(
                place.name(), place.street(), place.extra(), place.postcode(), place.town(), place.country());
    }

    private static EffectKey key(Step step, String subject) {
        return new EffectKey(step.effect(subject, 1));
    }
}
