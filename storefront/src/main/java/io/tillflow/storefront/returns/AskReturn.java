package io.tillflow.storefront.returns;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderLine;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.outbox.EventType;
import io.tillflow.storefront.outbox.Outbox;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a shopper's wish to send things back and hands it to the automation, which decides. */
@Service
@Transactional
public class AskReturn {
    private final Orders orders;
    private final Returns returns;
    private final Exchanges exchanges;
    private final Outbox outbox;
    private final DaysThere days;
    private final Clock clock;

    AskReturn(Orders orders, Returns returns, Exchanges exchanges, Outbox outbox, DaysThere days, Clock clock) {
        this.orders = orders;
        this.returns = returns;
        this.exchanges = exchanges;
        this.outbox = outbox;
        this.days = days;
        this.clock = clock;
    }

    /** What came of asking. */
    public sealed interface Answer {
        /** It is noted; asked again with the same id it is the same return. */
        record Taken(OrderReturn asked) implements Answer {}

        /** It cannot be, in words for the shopper. */
        record Refused(String why) implements Answer {}
    }

    /**
     * So many of a line of the order.
     *
     * @param instead the variant wanted instead; empty for money
     * @param came what came instead of something earlier; null for what was bought
     */
    public record Chosen(
            int position,
            int quantity,
            String instead,
            @Nullable Came came) {}

    /** A variant that an exchange brought. */
    public record Came(UUID by, String sku) {}

    /** Whether there is anything to send back yet. */
    public static boolean open(Order order) {
        return order.state().away();
    }

    /** For how many days after the delivery things of it may come back. */
    public int daysAllowed(Order order) {
        return days.allowed(order);
    }

    /** How many of each line are neither on their way back nor back. */
    public List<Integer> left(Order order) {
        int[] left = order.lines().stream().mapToInt(OrderLine::quantity).toArray();
        for (OrderReturn earlier : counted(order)) {
            earlier.lines().stream()
                    .filter(line -> line.cameBy() == null)
                    .forEach(line -> left[line.position()] -= line.quantity());
        }
        return Arrays.stream(left).boxed().toList();
    }

    /** Which lines, by position, came back in full and something else came instead of some. */
    public List<Boolean> exchangedAway(Order order) {
        List<Integer> left = left(order);
        Boolean[] away = new Boolean[left.size()];
        Arrays.fill(away, false);
        counted(order).stream()
                .filter(Worth::exchanged)
                .flatMap(earlier -> earlier.lines().stream())
                .filter(line -> line.instead() != null && left.get(line.position()) == 0)
                .forEach(line -> away[line.position()] = true);
        return List.of(away);
    }

    /**
     * Asks for a return.
     *
     * @param id made up by the form, so that sending it twice asks once
     * @param chosen what comes back
     */
    public Answer ask(UUID orderId, UUID id, ReturnReason reason, List<Chosen> chosen) {
        Order order = orders.lock(orderId).orElseThrow();
        return Money.in(order.currency(), () -> ask(order, id, reason, chosen));
    }

    private Answer ask(Order order, UUID id, ReturnReason reason, List<Chosen> chosen) {
        List<OrderReturn> known =
                returns.of(order.id()).stream().filter(r -> r.id().equals(id)).toList();
        if (!known.isEmpty()) {
            return new Answer.Taken(known.getFirst());
        }
        if (!open(order) || returns.find(id).isPresent()) {
            return new Answer.Refused(say("order.nothingBack"));
        }
        ChosenLines choosing = new ChosenLines(order, left(order), cameInstead(order), exchanges);
        for (Chosen one : chosen) {
            Optional<String> refusal = choosing.add(one);
            if (refusal.isPresent()) {
                return new Answer.Refused(refusal.get());
            }
        }
        List<OrderReturn.Line> lines = choosing.lines();
        long amount = Math.min(Worth.of(order, lines, false, counted(order)), payable(order));
        if (lines.isEmpty() || amount <= 0) {
            return new Answer.Refused(lines.isEmpty() ? say("order.chooseBack") : say("order.allBack"));
        }
        OrderReturn asked = asked(id, order, reason, amount, lines);
        Optional<String> gone = asked.exchange() == null ? Optional.empty() : exchanges.hold(asked);
        return gone.isPresent() ? new Answer.Refused(gone.get()) : take(asked, order);
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
            return new Answer.Refused(
                    "Of this order " + Money.text(payable(order), order.currency()) + " can be given back at most.");
        }
        return take(asked(id, order, ReturnReason.GOODWILL, amount, List.of()), order);
    }

    /** What of the order's money neither went back nor is about to. */
    public long payable(Order order) {
        return order.totals().total()
                - counted(order).stream()
                        .mapToLong(back -> Worth.exchanged(back) ? back.refunded() : back.amount())
                        .sum();
    }

    private OrderReturn asked(UUID id, Order order, ReturnReason reason, long amount, List<OrderReturn.Line> lines) {
        boolean exchange = lines.stream().anyMatch(line -> line.instead() != null);
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
                null,
                clock.instant(),
                exchange
                        ? new OrderReturn.Exchange(
                                Math.min(amount, Worth.of(order, lines, true, counted(order))), null, false)
                        : null,
                lines);
    }

    private Answer take(OrderReturn asked, Order order) {
        returns.insert(asked);
        int items = asked.lines().stream().mapToInt(OrderReturn.Line::quantity).sum();
        int weight = asked.lines().stream()
                .mapToInt(line -> line.quantity()
                        * (line.cameBy() == null
                                ? order.lines().get(line.position()).weightGrams()
                                : exchanges.weight(line.sku())))
                .sum();
        outbox.publish(
                EventType.RETURN_REQUESTED,
                asked.id(),
                new ReturnedEvent(
                        order.number(),
                        new ReturnedEvent.Sold(
                                order.id().toString(),
                                order.number(),
                                order.currency(),
                                order.details().shipping().country()),
                        new ReturnedEvent.Paid(order.paymentId()),
                        new ReturnedEvent.Asked(
                                asked.id().toString(),
                                asked.reason().name(),
                                asked.amount(),
                                order.inBase(asked.amount()),
                                items,
                                weight,
                                days.since(order, asked.lines()),
                                days.allowed(order),
                                exchange(asked))));
        return new Answer.Taken(asked);
    }

    private ReturnedEvent.@Nullable Exchange exchange(OrderReturn asked) {
        if (asked.exchange() == null) {
            return null;
        }
        int items = 0;
        int weight = 0;
        for (OrderReturn.Line line : asked.lines()) {
            if (line.instead() != null) {
                items += line.quantity();
                weight += line.quantity() * exchanges.weight(line.instead());
            }
        }
        return new ReturnedEvent.Exchange(items, weight, asked.exchange().difference());
    }

    /** What came instead of something and is still there. */
    public List<CameInstead> cameInstead(Order order) {
        return CameInstead.of(counted(order)).stream()
                .filter(it -> it.left() > 0)
                .toList();
    }

    private List<OrderReturn> counted(Order order) {
        return returns.of(order.id()).stream()
                .filter(earlier -> earlier.state() != ReturnState.REFUSED)
                .toList();
    }
}
