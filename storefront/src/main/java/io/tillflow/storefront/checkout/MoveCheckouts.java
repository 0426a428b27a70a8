package io.tillflow.storefront.checkout;

import io.tillflow.storefront.checkout.Checkout.State;
import io.tillflow.storefront.stock.Need;
import io.tillflow.storefront.stock.Stock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets checkouts go along when one cart becomes part of another. A cart has one open checkout; the latest stays. */
@Component
public class MoveCheckouts {
    private final Checkouts checkouts;
    private final Stock stock;
    private final ReleaseHold release;

    MoveCheckouts(Checkouts checkouts, Stock stock, ReleaseHold release) {
        this.checkouts = checkouts;
        this.stock = stock;
        this.release = release;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void move(UUID from, UUID to) {
        Optional<Checkout> moving = checkouts.lockOpenFor(from);
        Optional<Checkout> other = checkouts.lockOpenFor(to);
        if (moving.isPresent() && other.isPresent()) {
            stock.lock(Stream.of(moving.get(), other.get())
                    .flatMap(checkout -> checkout.needs().stream())
                    .map(Need::sku)
                    .toList());
            boolean beingPaid = other.get().state() == State.PLACING;
            release.release(beingPaid ? moving.get() : other.get(), "replaced");
        }
        checkouts.setCart(from, to);
    }
}
