package io.tillflow.storefront.returns;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderEvent;
import io.tillflow.storefront.orders.OrderLine;
import io.tillflow.storefront.orders.OrderState;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.outbox.EventType;
import io.tillflow.storefront.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a shopper's wish to send things back and hands it to the automation, which decides. */
@Service
@Transactional
public class AskReturn {
    private final Orders orders;
    private final Returns returns;
    private final Outbox outbox;
    private final Clock clock;

    AskReturn(Orders orders, Returns returns, Outbox outbox, Clock clock) {
        this.orders = orders;
        this.returns = returns;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What came of asking. */
    public sealed interface Answer {
        /** It is noted; asked again with the same id it is the same return. */
        record Taken(OrderReturn asked) implements Answer {}

        /** It cannot be, in words for the shopper. */
        record Refused(String why) implements Answer {}
    }

    /** Whether there is anything to send back yet. */
    public static boolean open(Order order) {
        return order.state().away();
    }

    /** How many of each line are neither on their way back nor back. */
    public List<Integer> left(Order order) {
        int[] left = order.lines().stream().mapToInt(OrderLine::quantity).toArray();
        for (OrderReturn earlier : counted(order)) {
            earlier.lines().forEach(line -> left[line.position()] -= line.quantity());
        }
        return Arrays.stream(left).boxed().toList();
    }

    /**
     * Asks for a return.
     *
     * @param id made up by the form, so that sending it twice asks once
     * @param quantities by position of the line; 0 for what stays
     */
    public Answer ask(UUID orderId, UUID id, ReturnReason reason, Map<Integer, Integer> quantities) {
        Order order = orders.lock(orderId).orElseThrow();
        List<OrderReturn> known =
                returns.of(orderId).stream().filter(r -> r.id().equals(id)).toList();
        if (!known.isEmpty()) {
            return new Answer.Taken(known.getFirst());
        }
        if (!open(order) || returns.find(id).isPresent()) {
            return new Answer.Refused(say("order.nothingBack"));
        }
        List<Integer> left = left(order);
        for (int position = 0; position < left.size(); position++) {
            int quantity = quantities.getOrDefault(position, 0);
            if (quantity < 0 || quantity > left.get(position)) {
                return new Answer.Refused(
                        say("order.mostBack", order.lines().get(position).name(), left.get(position)));
            }
        }
        List<OrderReturn.Line> lines = chosen(order, quantities);
        long amount = Math.min(worth(order, lines), payable(order));
        if (lines.isEmpty() || amount <= 0) {
            return new Answer.Refused(lines.isEmpty() ? say("order.chooseBack") : say("order.allBack"));
        }
        return take(asked(id, order, reason, amount, lines), order);
    }

    /**
     * Gives money back although nothing comes back.
     *
     * @param id made up by the caller, so that asking twice gives once
     */
    public Answer giveBack(UUID orderId, UUID id, long amount) {
        Order order = orders.lock(orderId).orElseThrow();
        Optional<OrderReturn> known = returns.find(id);
        if (known.isPresent()) {
            return known.get().orderId().equals(orderId)
                    ? new Answer.Taken(known.get())
                    : new Answer.Refused("This id belongs to another order.");
        }
        if (!open(order)) {
            return new Answer.Refused("No money was taken yet: cancel the order instead.");
        }
        if (amount <= 0 || amount > payable(order)) {
            return new Answer.Refused("Of this order " + Money.text(payable(order)) + " can be given back at most.");
        }
        return take(asked(id, order, ReturnReason.GOODWILL, amount, List.of()), order);
    }

    /** What of the order's money neither went back nor is about to. */
    public long payable(Order order) {
        return order.totals().total()
                - counted(order).stream().mapToLong(OrderReturn::amount).sum();
    }

    private OrderReturn asked(UUID id, Order order, ReturnReason reason, long amount, List<OrderReturn.Line> lines) {
        return new OrderReturn(
                id,
                order.id(),
                ReturnState.REQUESTED,
                reason,
                null,
                amount,
                0,
                null,
                null,
                null,
                clock.instant(),
                lines);
    }

    private static List<OrderReturn.Line> chosen(Order order, Map<Integer, Integer> quantities) {
        List<OrderReturn.Line> lines = new ArrayList<>();
        for (int position = 0; position < order.lines().size(); position++) {
            int quantity = quantities.getOrDefault(position, 0);
            if (quantity > 0) {
                lines.add(new OrderReturn.Line(
                        position, order.lines().get(position).sku(), quantity));
            }
        }
        return lines;
    }

    private Answer take(OrderReturn asked, Order order) {
        returns.insert(asked);
        int items = asked.lines().stream().mapToInt(OrderReturn.Line::quantity).sum();
        int weight = asked.lines().stream()
                .mapToInt(line ->
                        line.quantity() * order.lines().get(line.position()).weightGrams())
                .sum();
        outbox.publish(
                EventType.RETURN_REQUESTED,
                asked.id(),
                new ReturnedEvent(
                        order.number(),
                        new ReturnedEvent.Sold(order.id().toString(), order.number(), order.currency()),
                        new ReturnedEvent.Paid(order.paymentId()),
                        new ReturnedEvent.Asked(
                                asked.id().toString(),
                                asked.reason().name(),
                                asked.amount(),
                                items,
                                weight,
                                daysSince(order))));
        return new Answer.Taken(asked);
    }

    /** Whole days since the delivery; none while the parcel is on its way. */
    private long daysSince(Order order) {
        Instant now = clock.instant();
        return orders.history(order.id()).stream()
                .filter(event -> event.state() == OrderState.DELIVERED)
                .map(OrderEvent::at)
                .findFirst()
                .map(at -> ChronoUnit.DAYS.between(at, now))
                .orElse(0L);
    }

    /** What was paid for these lines, promotions shared out evenly; all returns of an order together give exactly that. */
    private long worth(Order order, List<OrderReturn.Line> lines) {
        long before = counted(order).stream()
                .mapToLong(earlier -> listed(order, earlier.lines()))
                .sum();
        return paid(order, before + listed(order, lines)) - paid(order, before);
    }

    private static long listed(Order order, List<OrderReturn.Line> lines) {
        return lines.stream()
                .mapToLong(line ->
                        line.quantity() * order.lines().get(line.position()).unitPrice())
                .sum();
    }

    private static long paid(Order order, long listed) {
        long all = order.totals().itemsTotal();
        return all == 0 ? 0 : listed * (all - order.totals().discount()) / all;
    }

    private List<OrderReturn> counted(Order order) {
        return returns.of(order.id()).stream()
                .filter(earlier -> earlier.state() != ReturnState.REFUSED)
                .toList();
    }
}
