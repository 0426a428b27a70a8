package io.tillflow.storefront.orders;

import io.tillflow.storefront.orders.DearerChange.End;
import io.tillflow.storefront.outbox.EventType;
import io.tillflow.storefront.outbox.Outbox;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to an order after it was placed. */
@Service
@Transactional
public class OrderProgress {
    private final Orders orders;
    private final OrderStock stock;
    private final StockLine line;
    private final DearerChanges changes;
    private final Outbox outbox;

    OrderProgress(Orders orders, OrderStock stock, StockLine line, DearerChanges changes, Outbox outbox) {
        this.orders = orders;
        this.stock = stock;
        this.line = line;
        this.changes = changes;
        this.outbox = outbox;
    }

    /** What the process says about an order. */
    public record Told(OrderState state, @Nullable String reason, Parcel parcel) {}

    private record Cancellation(String reason) {}

    private record CancelRequested(Cancellation cancellation) {}

    /** Why an order is given up only as long as its parcel has not left; afterwards its money stays held. */
    private static final Set<String> BEFORE_IT_LEFT =
            Set.of("SHOPPER", "SHOP", "REFUSED", "NOT_REVIEWED", "PAYMENT_MISSING", "STOCK_MISSING");

    /** The answer to something that may come too late. */
    public enum Outcome {
        DONE,
        TOO_LATE,
        UNKNOWN
    }

    /** Takes the process's word unless it would move the order back; answers the order as it is. */
    public Optional<Order> tell(UUID id, Told told) {
        boolean cancelled = told.state() == OrderState.CANCELLED;
        if (cancelled) {
            line.enter();
        }
        Optional<Order> found = orders.lock(id);
        if (found.isEmpty() || !isNews(found.get(), told)) {
            return found;
        }
        Order order = found.get();
        if (order.state().away() && cancelled && told.reason() != null && BEFORE_IT_LEFT.contains(told.reason())) {
            return found;
        }
        if (cancelled) {
            changes.end(id, End.CANCELLED);
            stock.release(order);
        } else if (told.state().away()) {
            changes.end(id, End.SHIPPED);
            stock.ship(order);
        }
        orders.setState(id, told.state(), told.reason(), told.parcel());
        announce(order, told);
        return orders.find(id);
    }

    /** Whoever waits to be paid still, and says why, has heard from the bank. */
    private static boolean isNews(Order order, Told told) {
        return order.state().mayBecome(told.state())
                || (order.state() == OrderState.AWAITING_PAYMENT
                        && told.state() == OrderState.AWAITING_PAYMENT
                        && told.reason() != null
                        && !told.reason().equals(order.reason()));
    }

    /** Processes of an analyst's own may want to hear of it, whatever told it. */
    private void announce(Order order, Told told) {
        if (told.state() == OrderState.PAID) {
            outbox.announceOnce(EventType.ORDER_PAID, order.id(), OrderOutcome.paid(order));
        } else if (told.state() == OrderState.CANCELLED) {
            outbox.announceOnce(EventType.ORDER_CANCELLED, order.id(), OrderOutcome.cancelled(order, told.reason()));
        }
    }

    /** After this the shopper can no longer cancel, unless they already have; a change that waits for its payment is off. */
    public Outcome lockShipping(UUID id) {
        Optional<Order> order = orders.lock(id);
        if (order.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (order.get().shippingLockedAt() != null) {
            return Outcome.DONE;
        }
        if (order.get().givenUp()) {
            return Outcome.TOO_LATE;
        }
        changes.end(id, End.SHIPPED);
        orders.lockShipping(id);
        return Outcome.DONE;
    }

    /** An order that was paid anew has another payment than its process knew: that one stays. */
    public static final class OtherPayment extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OtherPayment(Order order) {
            super("Order " + order.number() + " was paid anew, with " + order.paymentId() + ".");
        }
    }

    /**
     * A new link to pay with; the one before was declined or ran out.
     *
     * @param former the payment that was; null where none is known
     * @throws OtherPayment when it was paid anew since with another one
     */
    public Optional<Order> newPayment(UUID id, String paymentId, String url, @Nullable String former) {
        return orders.lock(id).flatMap(order -> {
            if (!order.state().finished() && !paymentId.equals(order.paymentId())) {
                if (order.paymentId() != null && !order.paymentId().equals(former) && changes.raised(id)) {
                    throw new OtherPayment(order);
                }
                orders.setPayment(id, paymentId, url);
            }
            return orders.find(id);
        });
    }

    /** The shopper wants out; the process does the rest. Asking again changes nothing. */
    public Outcome cancel(UUID id, String reason) {
        Optional<Order> order = orders.lock(id);
        if (order.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (order.get().givenUp()) {
            return Outcome.DONE;
        }
        if (!order.get().cancellable()) {
            return Outcome.TOO_LATE;
        }
        callOff(id, reason);
        return Outcome.DONE;
    }

    /** It is locked for shipping, and can be sent nowhere; the process does the rest. False: it is given up or away already. */
    public boolean giveUp(UUID id, String reason) {
        Optional<Order> open = orders.lock(id)
                .filter(order -> !order.givenUp() && !order.state().finished())
                .filter(order -> !order.state().away());
        open.ifPresent(order -> callOff(id, reason));
        return open.isPresent();
    }

    private void callOff(UUID id, String reason) {
        changes.end(id, End.CANCELLED);
        orders.requestCancellation(id);
        outbox.publish(EventType.ORDER_CANCEL_REQUESTED, id, new CancelRequested(new Cancellation(reason)));
    }
}
