package io.tillflow.storefront.checkout;

import io.tillflow.storefront.checkout.Checkout.State;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.payments.PaymentLink;
import io.tillflow.storefront.payments.Payments;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one order of a checkout, however often and from however many tabs it is asked. The order's id exists since the
 * checkout started, so asking the payments again opens the same payment.
 */
@Service
public class PlaceOrder {
    private static final Logger log = LoggerFactory.getLogger(PlaceOrder.class);

    private final Checkouts checkouts;
    private final Orders orders;
    private final Payments payments;
    private final WriteOrder writeOrder;
    private final ReleaseHold release;
    private final Quote quote;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PlaceOrder(
            Checkouts checkouts,
            Orders orders,
            Payments payments,
            WriteOrder writeOrder,
            ReleaseHold release,
            Quote quote,
            Clock clock,
            TransactionTemplate transaction) {
        this.checkouts = checkouts;
        this.orders = orders;
        this.payments = payments;
        this.writeOrder = writeOrder;
        this.release = release;
        this.quote = quote;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What came of it. */
    public sealed interface Result {
        /** One order, the first time and every time after. */
        record Placed(Order order) implements Result {}

        /** Address or e-mail are not known yet. */
        record Incomplete() implements Result {}

        /** The time was up: the things are back on the shelf. */
        record HoldExpired() implements Result {}

        /** There is no such checkout. */
        record Unknown() implements Result {}
    }

    private sealed interface Step {
        record Go(Checkout checkout) implements Step {}

        record Stop(Result result) implements Step {}
    }

    public Result place(UUID checkoutId) {
        return place(checkoutId, this::opened);
    }

    /** For somebody who is not at the screen: the order's automation opens a payment and writes its link to them. */
    public Result placeUnpaid(UUID checkoutId) {
        return place(checkoutId, later -> Optional.empty());
    }

    private Result place(UUID checkoutId, Function<Checkout, Optional<PaymentLink>> paying) {
        return switch (transaction.execute(tx -> begin(checkoutId))) {
            case Step.Stop stop -> stop.result();
            case Step.Go go -> placeFrozen(go.checkout(), paying);
        };
    }

    private Optional<PaymentLink> opened(Checkout checkout) {
        String returnPath = Language.current().path(checkout.orderPath());
        return payments.open(checkout.orderId(), quote.of(checkout).total(), checkout.currency(), returnPath);
    }

    private Result placeFrozen(Checkout checkout, Function<Checkout, Optional<PaymentLink>> paying) {
        try {
            Optional<PaymentLink> payment = paying.apply(checkout);
            return transaction.execute(tx -> finish(checkout.id(), payment));
        } catch (RuntimeException e) {
            thaw(checkout.id());
            throw e;
        }
    }

    /** Lets the shopper correct the details before they try again. */
    private void thaw(UUID checkoutId) {
        try {
            transaction.executeWithoutResult(tx -> checkouts
                    .lock(checkoutId)
                    .filter(c -> c.state() == State.PLACING)
                    .ifPresent(c -> checkouts.setState(checkoutId, State.OPEN)));
        } catch (DataAccessException | TransactionException away) {
            log.debug("checkout {} stays as it is until it is tried again or its time is up", checkoutId, away);
        }
    }

    /** From here on the details are frozen, so that what is paid is what was shown. */
    private Step begin(UUID checkoutId) {
        Optional<Checkout> found = checkouts.lock(checkoutId);
        if (found.isEmpty()) {
            return new Step.Stop(new Result.Unknown());
        }
        Checkout checkout = found.get();
        Optional<Result> early = early(checkout);
        if (early.isPresent()) {
            return new Step.Stop(early.get());
        }
        checkouts.setState(checkoutId, State.PLACING);
        return new Step.Go(checkout);
    }

    private Optional<Result> early(Checkout checkout) {
        if (checkout.state() == State.PLACED) {
            return orders.byCheckout(checkout.id()).map(Result.Placed::new);
        }
        if (checkout.holding() && !checkout.expiresAt().isAfter(clock.instant())) {
            release.release(checkout, "expired");
            return Optional.of(new Result.HoldExpired());
        }
        if (checkout.state() == State.EXPIRED) {
            return Optional.of(new Result.HoldExpired());
        }
        return checkout.details() == null ? Optional.of(new Result.Incomplete()) : Optional.empty();
    }

    private Result finish(UUID checkoutId, Optional<PaymentLink> payment) {
        Checkout checkout = checkouts.lock(checkoutId).orElseThrow();
        return early(checkout).orElseGet(() -> {
            Order order = writeOrder.write(checkout, payment);
            checkouts.setState(checkoutId, State.PLACED);
            return new Result.Placed(order);
        });
    }
}
