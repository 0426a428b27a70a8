package io.tillflow.storefront.web;

import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderEvent;
import io.tillflow.storefront.orders.OrderState;
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

    OrderStory(Words words) {
        this.words = words;
    }

    Story of(Order order, List<OrderEvent> history) {
        if (order.state() == OrderState.CANCELLED) {
            return cancelled(order, history);
        }
        String day = "With you " + words.day(order.promisedOn()) + ".";
        if (order.cancelRequestedAt() != null) {
            return new Story(
                    "Being cancelled.", "", steps(order, history), "We are calling it back. This takes a moment.");
        }
        return switch (order.state()) {
            case PLACED -> new Story("We have your order.", day, steps(order, history), payNote(order));
            case IN_REVIEW ->
                new Story(
                        "Having a quick look.",
                        "",
                        steps(order, history),
                        "Somebody checks a few orders by hand, and yours is one. You don’t have to do anything.");
            case AWAITING_PAYMENT -> new Story("One thing left: paying.", "", steps(order, history), payNote(order));
            case PAID -> new Story("Paid. Thank you.", day, steps(order, history), cancelNote(order));
            case AWAITING_STOCK ->
                new Story(
                        "Waiting for one more delivery.",
                        "",
                        steps(order, history),
                        "We counted wrong, sorry. As soon as more come in, yours go out first. " + cancelNote(order));
            case PREPARING -> new Story("Being packed.", day, steps(order, history), cancelNote(order));
            case SHIPPED -> new Story("On its way.", day, steps(order, history), "");
            case DELIVERED -> new Story("At your door.", "", steps(order, history), RETURNS);
            case COMPLETED -> new Story("All done.", "", steps(order, history), RETURNS);
            case CANCELLED -> throw new IllegalStateException("told above");
        };
    }

    private static final String RETURNS = "Not right after all? You have 30 days to send it back.";

    private static String payNote(Order order) {
        return order.payable()
                ? "If you have just paid, this page will say so in a moment."
                : "You’ll get a link to pay by e-mail, and it shows up here.";
    }

    private static String cancelNote(Order order) {
        return order.cancellable() ? "Cancelling is free until the parcel is sealed." : "";
    }

    private List<Step> steps(Order order, List<OrderEvent> history) {
        OrderState state = order.state();
        boolean paid =
                reached(history, OrderState.PAID, OrderState.AWAITING_STOCK, OrderState.PREPARING) || state.away();
        boolean packing = state == OrderState.PREPARING;
        boolean there = state == OrderState.DELIVERED || state == OrderState.COMPLETED;
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                "done",
                "You ordered",
                order.totals().items() == 1 ? "One thing" : order.totals().items() + " things",
                words.moment(order.placedAt())));
        steps.add(paying(order, history, paid));
        steps.add(finding(order, history, paid, packing));
        String carrier = order.parcel().carrier() == null
                ? ""
                : " with " + carrier(order.parcel().carrier());
        steps.add(new Step(
                state.away() ? there ? "done" : "cur" : "todo",
                "On its way" + carrier,
                state.away() ? "Handed over and scanned" : "You’ll get the tracking link here and by e-mail",
                at(history, OrderState.SHIPPED)));
        steps.add(new Step(
                there ? "done" : "todo",
                "At your door",
                order.details().shipping().town(),
                there ? at(history, OrderState.DELIVERED) : words.shortDay(order.promisedOn())));
        return steps;
    }

    private Step paying(Order order, List<OrderEvent> history, boolean paid) {
        String sum = Money.text(order.totals().total());
        if (paid) {
            return new Step(
                    "done",
                    "You paid",
                    sum + ", taken when the parcel leaves",
                    at(history, OrderState.PAID, OrderState.AWAITING_STOCK, OrderState.PREPARING, OrderState.SHIPPED));
        }
        return order.state() == OrderState.IN_REVIEW
                ? new Step("cur", "Somebody has a look", "Then we take the payment, " + sum, "now")
                : new Step("cur", "Paying", sum + ", not yet confirmed", "now");
    }

    private Step finding(Order order, List<OrderEvent> history, boolean paid, boolean packing) {
        if (order.state().away()) {
            return new Step("done", "We packed it", "All of it, in Leipzig", at(history, OrderState.PREPARING));
        }
        if (order.state() == OrderState.AWAITING_STOCK) {
            return new Step(
                    "cur",
                    "Waiting for more",
                    "You are in line, first come first served",
                    at(history, OrderState.AWAITING_STOCK));
        }
        if (packing) {
            return new Step(
                    "cur",
                    "Being packed",
                    order.cancellable() ? "You can still cancel" : "Sealed, about to leave",
                    at(history, OrderState.PREPARING));
        }
        return paid
                ? new Step("cur", "Looking for your things", "In Leipzig", "now")
                : new Step("todo", "Packing", "In Leipzig", "");
    }

    private Story cancelled(Order order, List<OrderEvent> history) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("done", "You ordered", Money.text(order.totals().total()), words.moment(order.placedAt())));
        steps.add(new Step("cur", "Cancelled", why(order.reason()), at(history, OrderState.CANCELLED)));
        boolean left = reached(history, OrderState.SHIPPED);
        return new Story(
                "Cancelled.",
                "",
                steps,
                left
                        ? "What you paid goes back to your card."
                        : "Nothing will be taken from your card. What was set aside for it is released.");
    }

    private static String why(@Nullable String reason) {
        return switch (reason == null ? "" : reason.toUpperCase(Locale.ROOT)) {
            case "SHOPPER" -> "You asked us to";
            case "SHOP" -> "We had to cancel it, sorry";
            case "PAYMENT_MISSING" -> "It wasn’t paid in time";
            case "STOCK_MISSING" -> "We couldn’t get more in time, sorry";
            case "REFUSED" -> "We couldn’t accept this order";
            case "ADDRESS_UNDELIVERABLE" -> "The carrier can’t deliver to that address";
            case "LOST" -> "The carrier lost the parcel, sorry";
            default -> "As agreed";
        };
    }

    private static String carrier(@Nullable String name) {
        return name == null ? "" : name;
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
