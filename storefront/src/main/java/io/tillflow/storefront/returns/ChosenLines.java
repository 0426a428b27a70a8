package io.tillflow.storefront.returns;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the lines of a return of what a shopper chose, as far as it is theirs to send back. */
final class ChosenLines {
    private final Order order;
    private final List<Integer> left;
    private final List<CameInstead> came;
    private final Exchanges exchanges;
    private final List<OrderReturn.Line> lines = new ArrayList<>();

    ChosenLines(Order order, List<Integer> left, List<CameInstead> came, Exchanges exchanges) {
        this.order = order;
        this.left = left;
        this.came = came;
        this.exchanges = exchanges;
    }

    /** Why it cannot be, in words for the shopper; empty when it can and is among the lines. */
    Optional<String> add(AskReturn.Chosen one) {
        if (one.position() < 0 || one.position() >= order.lines().size()) {
            return Optional.of(say("order.chooseBack"));
        }
        OrderLine bought = order.lines().get(one.position());
        AskReturn.Came by = one.came();
        if (by == null) {
            int most = left.get(one.position());
            OrderReturn.Line line = OrderReturn.Line.bought(one.position(), bought.sku(), one.quantity());
            return add(one, line, bought.name(), most, bought.unitPrice());
        }
        Optional<CameInstead> thing =
                came.stream().filter(it -> it.is(one.position(), by)).findFirst();
        if (thing.isEmpty()) {
            return one.quantity() == 0 ? Optional.empty() : Optional.of(say("order.mostBack", bought.name(), 0));
        }
        CameInstead it = thing.get();
        return add(one, it.line(one.quantity()), it.label(), it.left(), it.price());
    }

    private Optional<String> add(AskReturn.Chosen one, OrderReturn.Line line, String name, int most, long counts) {
        if (one.quantity() < 0 || one.quantity() > most) {
            return Optional.of(say("order.mostBack", name, most));
        }
        if (one.quantity() == 0) {
            return Optional.empty();
        }
        if (lines.stream().anyMatch(line::isOf)) {
            return Optional.of(say("order.chosenTwice", name));
        }
        if (one.instead().isEmpty()) {
            lines.add(line);
            return Optional.empty();
        }
        Optional<Exchanges.Choice> choice = exchanges.choices(line.sku(), counts).stream()
                .filter(it -> it.sku().equals(one.instead()))
                .findFirst();
        if (choice.isEmpty()) {
            return Optional.of(say("order.insteadUnknown", name));
        }
        Optional<String> refusal = exchanges.refusal(counts, choice.get());
        if (refusal.isEmpty()) {
            lines.add(line.against(
                    one.instead(), choice.get().label(), choice.get().price()));
        }
        return refusal;
    }

    /**
     * What was added. The same variant wanted instead of several things of one line of the order counts the least of their
     * prices, so that what comes is one kind of thing, which may come back again.
     */
    List<OrderReturn.Line> lines() {
        return lines.stream()
                .map(line -> lines.stream()
                        .filter(it -> it.brings(line))
                        .min(Comparator.comparing(OrderReturn.Line::insteadPrice))
                        .map(line::like)
                        .orElse(line))
                .toList();
    }
}
