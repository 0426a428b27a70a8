package io.tillflow.storefront.byhand;

import io.tillflow.storefront.byhand.StaffAct.Kind;
import io.tillflow.storefront.byhand.StaffAct.Way;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderProgress;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.outbox.EventType;
import io.tillflow.storefront.outbox.Outbox;
import io.tillflow.storefront.returns.AskReturn;
import io.tillflow.storefront.returns.OrderReturn;
import io.tillflow.storefront.returns.Returns;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Steps of an order taken by staff. What is asked is noted first, then the connectors do it, or leave it to the order's
 * automation; asking again with the same id goes on from there.
 *
 * @see "docs/adr/0024"
 */
@Service
public class DoByHand {
    private static final String SHOP = "SHOP";

    private final Orders orders;
    private final OrderProgress progress;
    private final AskReturn returning;
    private final Returns returns;
    private final StaffActs acts;
    private final Hands hands;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    DoByHand(
            Orders orders,
            OrderProgress progress,
            AskReturn returning,
            Returns returns,
            StaffActs acts,
            Hands hands,
            Outbox outbox,
            TransactionTemplate transaction) {
        this.orders = orders;
        this.progress = progress;
        this.returning = returning;
        this.returns = returns;
        this.acts = acts;
        this.hands = hands;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /**
     * Who asks, and how.
     *
     * @param id made up by the caller, so that asking twice does it once
     * @param atOnce whether not to leave it to an automation that could do it
     */
    public record Asked(UUID id, String by, boolean atOnce) {}

    /** What came of it. */
    public sealed interface Answer {
        /** It is noted; the act says how far it came. */
        record Noted(StaffAct act) implements Answer {}

        /** It cannot be, as a code and in words. */
        record Refused(String type, String why) implements Answer {}

        /** There is no such order. */
        record Unknown() implements Answer {}
    }

    private record Shipped(Staff staff) {}

    private record Captured(Staff staff) {}

    /** @param act whose doing it was */
    private record Staff(UUID act) {}

    /** Hands the parcel over, however far its automation is. */
    public Answer ship(UUID orderId, Asked asked, @Nullable String carrier, @Nullable String service) {
        Map<String, Object> act = new HashMap<>();
        if (carrier != null) {
            act.put("carrier", carrier);
        }
        if (service != null) {
            act.put("service", service);
        }
        return take(orderId, asked, Kind.SHIP, act, order -> {
            if (order.givenUp()) {
                return refused("order-cancelled", "The order is cancelled.");
            }
            if (order.state().away()) {
                return refused("too-late", "Its parcel has left already.");
            }
            return order.paymentId() == null ? refused("not-paid", "It has no payment yet.") : Optional.empty();
        });
    }

    /** Takes the money that the bank holds. */
    public Answer capture(UUID orderId, Asked asked) {
        return take(orderId, asked, Kind.CAPTURE, new HashMap<>(), order -> {
            if (!order.state().away()) {
                return refused("too-early", "Money is taken when the parcel leaves: ship it first.");
            }
            return order.paymentId() == null ? refused("not-paid", "It has no payment.") : Optional.empty();
        });
    }

    /** Calls an order off before it ships. */
    public Answer cancel(UUID orderId, Asked asked) {
        Map<String, Object> act = new HashMap<>(Map.of("reason", SHOP));
        return take(orderId, asked, Kind.CANCEL, act, order -> switch (progress.cancel(order.id(), SHOP)) {
            case DONE -> Optional.empty();
            case TOO_LATE -> refused("too-late", "The parcel is sealed, so this order can’t be cancelled.");
            case UNKNOWN -> throw new IllegalStateException("order " + order.number() + " went away");
        });
    }

    /** Gives money back although nothing comes back; the act's id is the return's. */
    public Answer refund(UUID orderId, Asked asked, long amount) {
        Map<String, Object> act = new HashMap<>(Map.of("returnId", asked.id()));
        return take(
                orderId, asked, Kind.REFUND, act, order -> switch (returning.giveBack(order.id(), asked.id(), amount)) {
                    case AskReturn.Answer.Taken ignored -> Optional.empty();
                    case AskReturn.Answer.Refused no -> refused("not-refundable", no.why());
                });
    }

    /** Pays out what a return is worth, once its things are here. */
    public Answer refund(OrderReturn back, Asked asked) {
        Map<String, Object> act = new HashMap<>(Map.of("returnId", back.id()));
        return take(back.orderId(), asked, Kind.REFUND, act, order -> switch (returns.find(back.id())
                .orElseThrow()
                .state()) {
            case RECEIVED -> Optional.empty();
            case REFUNDED -> refused("too-late", "Its money went back already.");
            case REFUSED -> refused("too-late", "It was refused.");
            case REQUESTED, IN_REVIEW, ACCEPTED -> refused("too-early", "Say first that it has arrived.");
        });
    }

    private Answer take(
            UUID orderId, Asked asked, Kind kind, Map<String, Object> act, Function<Order, Optional<Answer>> check) {
        Optional<Order> order = orders.find(orderId);
        if (order.isEmpty()) {
            return new Answer.Unknown();
        }
        Optional<Answer> settled = transaction.execute(status -> note(orderId, asked, kind, act, check));
        if (settled.isPresent()) {
            return settled.get();
        }
        act.put("act", kind.name());
        act.put("atOnce", asked.atOnce());
        describe(act, order.get());
        Hands.Done done = hands.act(act);
        transaction.executeWithoutResult(status -> settle(orderId, asked.id(), kind, done));
        return new Answer.Noted(acts.find(asked.id()).orElseThrow());
    }

    /** Present when there is nothing left to do. */
    private Optional<Answer> note(
            UUID orderId, Asked asked, Kind kind, Map<String, Object> about, Function<Order, Optional<Answer>> check) {
        Order order = orders.lock(orderId).orElseThrow();
        Optional<StaffAct> known = acts.find(asked.id());
        if (known.isPresent()) {
            StaffAct act = known.get();
            if (!act.is(orderId, kind)) {
                return refused("other-act", "This id belongs to something else that was asked for.");
            }
            if (!Objects.equals(act.returnId(), about.get("returnId"))) {
                return refused("other-act", "This id belongs to something else that was asked for.");
            }
            if (act.way() == Way.HAND) {
                return Optional.of(new Answer.Noted(act));
            }
            return kind == Kind.REFUND ? ended(act) : Optional.empty();
        }
        Optional<Answer> no = check.apply(order);
        if (no.isEmpty()) {
            acts.note(asked.id(), orderId, (UUID) about.get("returnId"), kind, asked.by());
        }
        return no;
    }

    /** What it asks for may have come to an end meanwhile, by the automation or at an inspection. */
    private Optional<Answer> ended(StaffAct act) {
        return switch (returns.find(Objects.requireNonNull(act.returnId()))
                .orElseThrow()
                .state()) {
            case REFUSED -> refused("too-late", "It was refused.");
            case REFUNDED -> {
                if (act.way() != Way.AUTOMATION) {
                    yield Optional.empty(); // its letter may be missing still
                }
                acts.settle(act.id(), Way.HAND, "");
                yield Optional.of(new Answer.Noted(acts.find(act.id()).orElseThrow()));
            }
            case REQUESTED, IN_REVIEW, ACCEPTED, RECEIVED -> Optional.empty();
        };
    }

    private void describe(Map<String, Object> act, Order order) {
        act.put("orderId", order.id());
        act.put("currency", order.currency());
        act.put(
                "amount",
                act.get("returnId") instanceof UUID back
                        ? returns.find(back).orElseThrow().amount()
                        : order.totals().total());
        if (order.paymentId() != null) {
            act.put("paymentId", order.paymentId());
        }
    }

    /** An instance that waits for what was done hears of it and goes on from there. */
    private void settle(UUID orderId, UUID id, Kind kind, Hands.Done done) {
        if (!acts.settle(id, done.way(), done.says()) || done.way() != Way.HAND) {
            return;
        }
        switch (kind) {
            case SHIP -> outbox.publish(EventType.SHIPPED_BY_HAND, orderId, new Shipped(new Staff(id)));
            case CAPTURE -> outbox.publish(EventType.CAPTURED_BY_HAND, orderId, new Captured(new Staff(id)));
            case CANCEL, REFUND, RECEIVE, RESTOCK -> {}
        }
    }

    private static Optional<Answer> refused(String type, String why) {
        return Optional.of(new Answer.Refused(type, why));
    }
}
