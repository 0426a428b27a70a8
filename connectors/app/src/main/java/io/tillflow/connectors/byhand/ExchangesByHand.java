package io.tillflow.connectors.byhand;

import io.tillflow.connectors.commerce.ReturnNews;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.shipping.Shipment;
import io.tillflow.connectors.shipping.ShipmentResult;
import io.tillflow.processes.ReturnState;
import io.tillflow.processes.Step;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** Sends what a shopper wants instead of what came back, under the keys of its automation, which then finds it done. */
@Component
class ExchangesByHand {
    private final Shop shop;
    private final ParcelsByHand parcels;
    private final MoneyByHand money;
    private final LettersByHand letters;

    ExchangesByHand(Shop shop, ParcelsByHand parcels, MoneyByHand money, LettersByHand letters) {
        this.shop = shop;
        this.parcels = parcels;
        this.money = money;
        this.letters = letters;
    }

    Outcome send(Act.SendExchange act) {
        money.makeSureTheDifferenceCanGoBack(act);
        if (!shop.lockExchange(act.returnId(), key(Step.LOCK_EXCHANGE, act))) {
            throw new ActRefused("The exchange was called off: its money goes back.");
        }
        return switch (parcels.replace(act, key(Step.SHIP_REPLACEMENT, act))) {
            case ShipmentResult.Undeliverable no ->
                throw new ActRefused("It cannot be sent: " + no.reason() + ". Pay it out instead.");
            case ShipmentResult.Shipped shipped -> sent(act, shipped.shipment());
        };
    }

    private Outcome sent(Act.SendExchange act, Shipment parcel) {
        OptionalLong refunded = money.refundDifference(act);
        shop.showReturn(
                act.returnId(),
                new ReturnNews(
                        ReturnState.EXCHANGED,
                        null,
                        parcel.trackingNumber(),
                        parcel.trackingUrl(),
                        null,
                        refunded.orElse(0)),
                key(Step.SHOW_RETURN_EXCHANGED, act));
        String letter = letters.exchanged(act, parcel.trackingNumber());
        String done = parcel.carrier() + " " + parcel.trackingNumber()
                + (refunded.isPresent()
                        ? ""
                        : ". " + act.difference().text()
                                + " is still owed: no money was taken of which it could go back");
        return Outcome.done(letter.isEmpty() ? done : done + ". " + letter);
    }

    private static EffectKey key(Step step, Act.SendExchange act) {
        return new EffectKey(step.effect(act.returnId(), 1));
    }
}
