package io.tillflow.storefront.api;

import io.tillflow.storefront.byhand.ChangeOrder;
import io.tillflow.storefront.byhand.DoByHand;
import io.tillflow.storefront.byhand.DoByHand.Answer;
import io.tillflow.storefront.byhand.DoByHand.Asked;
import io.tillflow.storefront.byhand.OrderChange;
import io.tillflow.storefront.byhand.ReturnsByHand;
import io.tillflow.storefront.byhand.SettleChange;
import io.tillflow.storefront.byhand.StaffAct;
import io.tillflow.storefront.checkout.DetailsForm;
import io.tillflow.storefront.orders.DearerChange;
import io.tillflow.storefront.returns.Returns;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Steps of an order that staff take themselves. Each has an id, so that asking twice does it once; without one every call is
 * another act. What is left to the order's automation is done at once when asked for again with {@code atOnce}.
 */
@RestController
@RequestMapping("/api/v1/admin")
class ActApi {
    private static final int LONGEST_NAME = 100;

    private final DoByHand byHand;
    private final ChangeOrder changes;
    private final SettleChange settle;
    private final ReturnsByHand things;
    private final Returns returns;
    private final WholeOrders whole;

    ActApi(
            DoByHand byHand,
            ChangeOrder changes,
            SettleChange settle,
            ReturnsByHand things,
            Returns returns,
            WholeOrders whole) {
        this.byHand = byHand;
        this.changes = changes;
        this.settle = settle;
        this.things = things;
        this.returns = returns;
        this.whole = whole;
    }

    /** @param by who asks */
    record Who(
            @Nullable UUID id,
            @Nullable String by,
            @Nullable Boolean atOnce) {
        Asked asked() {
            String name = by == null ? "" : by.strip();
            if (name.length() > LONGEST_NAME) {
                throw ShopProblem.invalid("by", "At most " + LONGEST_NAME + " characters.");
            }
            return new Asked(id == null ? UUID.randomUUID() : id, name, Boolean.TRUE.equals(atOnce));
        }
    }

    /** @param amount in minor units */
    record Refund(
            @Nullable UUID id,
            @Nullable String by,
            @Nullable Boolean atOnce,
            @Nullable Long amount) {}

    /** @param carrier who takes it; the cheapest when left out */
    record Shipment(
            @Nullable UUID id,
            @Nullable String by,
            @Nullable String carrier,
            @Nullable String service) {}

    /** @param location where it is put; the first one when left out */
    record Restock(
            @Nullable UUID id,
            @Nullable String by,
            @Nullable String location) {}

    /**
     * What shall be different.
     *
     * @param shipping stays when left out
     * @param seen the address that was looked at; another one is not overwritten
     * @param quantities how many of a SKU are left; what is left out stays
     * @param payMore whether the customer is asked to pay first where it costs more; refused otherwise
     */
    record Changed(
            @Nullable UUID id,
            @Nullable String by,
            DetailsForm.@Nullable AddressForm shipping,
            DetailsForm.@Nullable AddressForm seen,
            @Nullable Map<String, Integer> quantities,
            @Nullable Boolean payMore) {}

    @PostMapping("/orders/{id}/shipment")
    WholeOrders.Whole ship(@PathVariable UUID id, @RequestBody Shipment asked) {
        Asked who = new Who(asked.id(), asked.by(), true).asked();
        return order(byHand.ship(id, who, blankToNull(asked.carrier()), blankToNull(asked.service())));
    }

    @PostMapping("/orders/{id}/capture")
    WholeOrders.Whole capture(@PathVariable UUID id, @RequestBody Who who) {
        return order(byHand.capture(id, who.asked()));
    }

    /** As the shopper would ask for it, with the shop's reason. */
    @PostMapping("/orders/{id}/cancellation")
    WholeOrders.Whole cancel(@PathVariable UUID id, @RequestBody(required = false) @Nullable Who who) {
        return order(byHand.cancel(id, (who == null ? new Who(null, null, null) : who).asked()));
    }

    /** Gives money back although nothing comes back. */
    @PostMapping("/orders/{id}/refunds")
    WholeOrders.Whole refund(@PathVariable UUID id, @RequestBody Refund refund) {
        whole.of(id);
        if (refund.id() == null) {
            throw ShopProblem.needed("id");
        }
        if (refund.amount() == null) {
            throw ShopProblem.needed("amount");
        }
        Asked who = new Who(refund.id(), refund.by(), refund.atOnce()).asked();
        return order(byHand.refund(id, who, refund.amount()));
    }

    /** Before it is locked for shipping: goes elsewhere, or has less in it; its shopper gets a letter. */
    @PostMapping("/orders/{id}/changes")
    WholeOrders.Whole change(@PathVariable UUID id, @RequestBody Changed changed) {
        Map<String, Integer> left = changed.quantities() == null ? Map.of() : changed.quantities();
        if (left.values().stream().anyMatch(Objects::isNull)) {
            throw ShopProblem.invalid("quantities", "A number for each SKU.");
        }
        Asked who = new Who(changed.id(), changed.by(), true).asked();
        return order(changes.change(
                id,
                who,
                new OrderChange(changed.shipping(), changed.seen(), left, Boolean.TRUE.equals(changed.payMore()))));
    }

    /** The change that waits for its payment is off: the order stays as it is. */
    @PostMapping("/orders/{id}/changes/off")
    WholeOrders.Whole dropChange(@PathVariable UUID id) {
        whole.of(id);
        if (!settle.callOff(id, DearerChange.End.DROPPED)) {
            throw new ShopProblem(HttpStatus.CONFLICT, "nothing-pending", "No change of it waits for a payment.");
        }
        return whole.of(id);
    }

    @PostMapping("/returns/{id}/arrival")
    WholeOrders.Whole receive(@PathVariable UUID id, @RequestBody Who who) {
        return order(things.receive(id, who.asked()));
    }

    @PostMapping("/returns/{id}/restock")
    WholeOrders.Whole restock(@PathVariable UUID id, @RequestBody Restock restock) {
        Asked who = new Who(restock.id(), restock.by(), null).asked();
        return order(things.restock(id, who, blankToNull(restock.location())));
    }

    @PostMapping("/returns/{id}/refund")
    WholeOrders.Whole payOut(@PathVariable UUID id, @RequestBody Who who) {
        // no message tells an instance of it, so it is never left to one
        Who now = new Who(who.id(), who.by(), true);
        return order(byHand.refund(returns.find(id).orElseThrow(() -> ShopProblem.notFound("return")), now.asked()));
    }

    /** Sends what is wanted instead of it. */
    @PostMapping("/returns/{id}/exchange")
    WholeOrders.Whole exchange(@PathVariable UUID id, @RequestBody Shipment asked) {
        Asked who = new Who(asked.id(), asked.by(), true).asked();
        return order(byHand.exchange(
                returns.find(id).orElseThrow(() -> ShopProblem.notFound("return")),
                who,
                blankToNull(asked.carrier()),
                blankToNull(asked.service())));
    }

    private WholeOrders.Whole order(Answer answer) {
        return switch (answer) {
            case Answer.Noted noted -> whole.of(done(noted.act()).orderId());
            case Answer.Refused refused -> throw new ShopProblem(HttpStatus.CONFLICT, refused.type(), refused.why());
            case Answer.Unknown ignored -> throw ShopProblem.notFound("order or return");
        };
    }

    /** What the connectors refused, and what only they can do while they are away, is no success. */
    private static StaffAct done(StaffAct act) {
        if (act.kind() == StaffAct.Kind.CHANGE || act.kind() == StaffAct.Kind.PAY_MORE) {
            return act; // it is changed, or waits for its payment, whatever became of its letter
        }
        return switch (act.way()) {
            case HAND, AUTOMATION -> act;
            case REFUSED -> throw new ShopProblem(HttpStatus.CONFLICT, "refused", act.outcome());
            case WAITING ->
                switch (act.kind()) {
                    case SHIP, CAPTURE, EXCHANGE ->
                        throw new ShopProblem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "connectors-away",
                                (act.outcome().isEmpty() ? "The connectors do not answer." : act.outcome())
                                        + " So it is not known whether it was done. It is done by itself later on; asking again with the same id is harmless.");
                    case CANCEL, REFUND, RECEIVE, RESTOCK, CHANGE, PAY_MORE, CHANGE_OFF -> act;
                };
        };
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
