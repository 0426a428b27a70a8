package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderEvent;
import io.tillflow.storefront.orders.OrderState;
import io.tillflow.storefront.returns.AskReturn;
import io.tillflow.storefront.web.Story.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells in the shopper's words what happened to an order, what happens now and what comes next. */
@Component
class OrderStory {
    private final Words words;
    private final AskReturn returns;

    OrderStory(Words words, AskReturn returns) {
        this.words = words;
        this.returns = returns;
    }

    Story of(Order order, List<OrderEvent> history) {
        if (order.state() == OrderState.CANCELLED) {
            return cancelled(order, history);
        }
        String day = say("order.withYou", words.day(order.promisedOn()));
        if (order.cancelRequestedAt() != null) {
            return new Story(say("order.beingCancelled"), "", steps(order, history), say("order.callingBack"));
        }
        return switch (order.state()) {
            case PLACED -> new Story(say("order.haveOrder"), day, steps(order, history), payNote(order));
            case IN_REVIEW -> new Story(say("order.quickLook"), "", steps(order, history), say("order.quickLookWhat"));
            case AWAITING_PAYMENT ->
                new Story(
                        bankSaid(order).isEmpty() ? say("order.oneThingLeft") : say("order.notPaid"),
                        "",
                        steps(order, history),
                        payNote(order));
            case PAID -> new Story(say("order.paidThanks"), day, steps(order, history), cancelNote(order));
            case AWAITING_STOCK ->
                new Story(
                        say("order.waitingDelivery"),
                        "",
                        steps(order, history),
                        say("order.countedWrong") + cancelNote(order));
            case PREPARING ->
                new Story(say("order.beingPackedHeadline"), day, steps(order, history), cancelNote(order));
            case SHIPPED -> new Story(say("order.onItsWayHeadline"), day, steps(order, history), "");
            case DELIVERED -> new Story(say("order.atDoorHeadline"), "", steps(order, history), sendBack(order));
            case COMPLETED -> new Story(say("order.allDone"), "", steps(order, history), sendBack(order));
            case CANCELLED -> throw new IllegalStateException("told above");
        };
    }

    /** Why a card was not taken; empty where none was tried, or nobody said. */
    private static String bankSaid(Order order) {
        return switch (order.reason() == null ? "" : order.reason()) {
            case "DECLINED" -> say("order.bankSaidNo");
            case "INSUFFICIENT_FUNDS" -> say("order.bankTooLittle");
            case "CARD_EXPIRED" -> say("order.bankCardOver");
            default -> "";
        };
    }

    private static String payNote(Order order) {
        return order.payable() ? say("order.justPaid") : say("order.linkComes");
    }

    private String sendBack(Order order) {
        return say("order.returns", returns.daysAllowed(order));
    }

    private static String cancelNote(Order order) {
        return order.cancellable() ? say("order.cancelFree") : "";
    }

    private List<Step> steps(Order order, List<OrderEvent> history) {
        OrderState state = order.state();
        boolean paid =
                reached(history, OrderState.PAID, OrderState.AWAITING_STOCK, OrderState.PREPARING) || state.away();
        boolean packing = state == OrderState.PREPARING;
        boolean there = state == OrderState.DELIVERED || state == OrderState.COMPLETED;
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "done", say("order.youOrdered"), Words.things(order.totals().items()), words.moment(order.placedAt())));
        steps.add(paying(order, history, paid));
        steps.add(finding(order, history, paid, packing));
        String carrier = order.parcel().carrier();
        steps.add(new Step(
                state.away() ? there ? "done" : "cur" : "todo",
                carrier == null ? say("order.onItsWay") : say("order.onItsWayWith", carrier),
                state.away() ? say("order.handedOver") : say("order.trackingComes"),
                at(history, OrderState.SHIPPED)));
        steps.add(new Step(
                there ? "done" : "todo",
                say("order.atDoor"),
                order.details().shipping().town(),
                there ? at(history, OrderState.DELIVERED) : words.shortDay(order.promisedOn())));
        return steps;
    }

    private Step paying(Order order, List<OrderEvent> history, boolean paid) {
        String sum = Money.text(order.totals().total());
        if (paid) {
            return new Step(
                    "done",
                    say("order.youPaid"),
                    say("order.takenLater", sum),
                    at(history, OrderState.PAID, OrderState.AWAITING_STOCK, OrderState.PREPARING, OrderState.SHIPPED));
        }
        if (order.state() == OrderState.AWAITING_PAYMENT && !bankSaid(order).isEmpty()) {
            return new Step(
                    "cur", say("order.paying"), bankSaid(order) + " " + say("order.payAgain"), say("order.now"));
        }
        return order.state() == OrderState.IN_REVIEW
                ? new Step("cur", say("order.somebodyLooks"), say("order.thenPayment", sum), say("order.now"))
                : new Step("cur", say("order.paying"), say("order.notConfirmed", sum), say("order.now"));
    }

    private Step finding(Order order, List<OrderEvent> history, boolean paid, boolean packing) {
        if (order.state().away()) {
            return new Step(
                    "done", say("order.packedIt"), say("order.allInLeipzig"), at(history, OrderState.PREPARING));
        }
        if (order.state() == OrderState.AWAITING_STOCK) {
            return new Step(
                    "cur", say("order.waitingMore"), say("order.inLine"), at(history, OrderState.AWAITING_STOCK));
        }
        if (packing) {
            return new Step(
                    "cur",
                    say("order.beingPacked"),
                    order.cancellable() ? say("order.canCancel") : say("order.sealed"),
                    at(history, OrderState.PREPARING));
        }
        return paid
                ? new Step("cur", say("order.looking"), say("order.inLeipzig"), say("order.now"))
                : new Step("todo", say("order.packing"), say("order.inLeipzig"), "");
    }

    private Story cancelled(Order order, List<OrderEvent> history) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "done", say("order.youOrdered"), Money.text(order.totals().total()), words.moment(order.placedAt())));
        steps.add(new Step("cur", say("order.cancelledStep"), why(order.reason()), at(history, OrderState.CANCELLED)));
        boolean left = reached(history, OrderState.SHIPPED);
        return new Story(say("order.cancelled"), "", steps, left ? say("order.paidBack") : say("order.nothingTaken"));
    }

    private static String why(@Nullable String reason) {
        return switch (reason == null ? "" : reason.toUpperCase(Locale.ROOT)) {
            case "SHOPPER" -> say("order.whyShopper");
            case "SHOP" -> say("order.whyShop");
            case "PAYMENT_MISSING" -> say("order.whyUnpaid");
            case "STOCK_MISSING" -> say("order.whyStock");
            case "REFUSED" -> say("order.whyRefused");
            case "NOT_REVIEWED" -> say("order.whyNotReviewed");
            case "ADDRESS_UNDELIVERABLE" -> say("order.whyAddress");
            case "LOST" -> say("order.whyLost");
            default -> say("order.whyAgreed");
        };
    }

    private static boolean reached(List<OrderEvent> history, OrderState... states) {
        return List.of(states).stream().anyMatch(s -> history.stream().anyMatch(e -> e.state() == s));
    }

    /** When the order first came into one of the states, in the order given. */
    private String at(List<OrderEvent> history, OrderState... states) {
        for (OrderState state : states) {
            Optional<Instant> at = history.stream()
                    .filter(e -> e.state() == state)
                    .map(OrderEvent::at)
                    .findFirst();
            if (at.isPresent()) {
                return words.moment(at.get());
            }
        }
        return "";
    }
}
