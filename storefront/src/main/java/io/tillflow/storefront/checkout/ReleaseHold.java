package io.tillflow.storefront.checkout;

import io.tillflow.storefront.checkout.Checkout.State;
import io.tillflow.storefront.stock.Movement.Kind;
import io.tillflow.storefront.stock.Need;
import io.tillflow.storefront.stock.Stock;
import io.tillflow.storefront.stock.Stock.Cause;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts held things back on the shelf when their time is up. */
@Service
public class ReleaseHold {
    private static final Logger log = LoggerFactory.getLogger(ReleaseHold.class);

    private final Checkouts checkouts;
    private final Stock stock;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ReleaseHold(Checkouts checkouts, Stock stock, Clock clock, TransactionTemplate transaction) {
        this.checkouts = checkouts;
        this.stock = stock;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${shop.sweep-every:3s}")
    void sweep() {
        try {
            releaseDue();
        } catch (DataAccessException | TransactionException e) {
            log.debug("expired holds are released when the database is back", e);
        }
    }

    /** Releases every hold whose time is up; answers how many. */
    public int releaseDue() {
        int released = 0;
        for (UUID id : checkouts.due(clock.instant(), 200)) {
            if (Boolean.TRUE.equals(transaction.execute(tx -> expire(id)))) {
                released++;
            }
        }
        return released;
    }

    private boolean expire(UUID id) {
        return checkouts
                .lock(id)
                .filter(c -> c.holding() && !c.expiresAt().isAfter(clock.instant()))
                .map(c -> {
                    release(c, "expired");
                    return true;
                })
                .orElse(false);
    }

    /** Puts back what somebody no longer wants. False when it is an order, or about to become one. */
    public boolean giveUp(UUID id) {
        return Boolean.TRUE.equals(transaction.execute(tx -> {
            Optional<Checkout> held = checkouts.lock(id).filter(Checkout::holding);
            boolean idle = held.filter(
                            c -> c.state() == State.PLACING && c.expiresAt().isAfter(clock.instant()))
                    .isEmpty();
            if (idle) {
                held.ifPresent(c -> release(c, "given up"));
            }
            return idle
                    && checkouts.find(id).filter(c -> c.state() == State.PLACED).isEmpty();
        }));
    }

    /** Must run in the transaction that locked the checkout. */
    void release(Checkout checkout, String reason) {
        stock.lock(checkout.needs().stream().map(Need::sku).toList());
        stock.move(Kind.HOLD_RELEASED, checkout.needs(), Cause.checkout(checkout.id(), reason));
        checkouts.setState(checkout.id(), State.EXPIRED);
    }
}
