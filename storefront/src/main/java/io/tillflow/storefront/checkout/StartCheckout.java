package io.tillflow.storefront.checkout;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.cart.CartLine;
import io.tillflow.storefront.cart.Carts;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.checkout.Checkout.Line;
import io.tillflow.storefront.checkout.Checkout.State;
import io.tillflow.storefront.money.Currencies;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.promotions.Basket;
import io.tillflow.storefront.promotions.GrantPromotions;
import io.tillflow.storefront.stock.Need;
import io.tillflow.storefront.stock.Stock;
import io.tillflow.storefront.terms.Channel;
import io.tillflow.storefront.terms.Discount;
import io.tillflow.storefront.terms.Terms;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds a cart's things and freezes its prices in the currency of the request; doing it again gives the same checkout while the cart is the same. */
@Service
public class StartCheckout {
    private final Carts carts;
    private final Checkouts checkouts;
    private final Stock stock;
    private final ReleaseHold release;
    private final Shelf shelf;
    private final ShopSettings settings;
    private final Quote quote;
    private final GrantPromotions promotions;
    private final Terms terms;
    private final Currencies currencies;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StartCheckout(
            Carts carts,
            Checkouts checkouts,
            Stock stock,
            ReleaseHold release,
            Shelf shelf,
            ShopSettings settings,
            Quote quote,
            GrantPromotions promotions,
            Terms terms,
            Currencies currencies,
            Clock clock,
            TransactionTemplate transaction) {
        this.carts = carts;
        this.checkouts = checkouts;
        this.stock = stock;
        this.release = release;
        this.shelf = shelf;
        this.settings = settings;
        this.quote = quote;
        this.promotions = promotions;
        this.terms = terms;
        this.currencies = currencies;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What came of it. */
    public sealed interface Result {
        /** Held, priced and on the clock. */
        record Started(Checkout checkout) implements Result {}

        /** There is nothing to hold. */
        record EmptyCart() implements Result {}

        /** Somebody was faster; the cart stays as it is. */
        record TooFew(List<Need> missing) implements Result {}

        /** Something cannot be had in the currency that is asked for; the cart stays as it is. */
        record Unpriced(List<String> skus) implements Result {}
    }

    public Result start(UUID cartId, Channel channel) {
        return start(cartId, channel, Optional.empty());
    }

    /** @param agreed what staff take off beyond all promotions */
    public Result start(UUID cartId, Channel channel, Optional<Discount> agreed) {
        return transaction.execute(status -> {
            Result result = startLocked(cartId, channel, agreed);
            if (result instanceof Result.TooFew) {
                status.setRollbackOnly();
            }
            return result;
        });
    }

    private Result startLocked(UUID cartId, Channel channel, Optional<Discount> agreed) {
        List<String> codes = carts.lockCodes(cartId);
        List<CartLine> wanted = carts.lines(cartId);
        if (wanted.isEmpty()) {
            return new Result.EmptyCart();
        }
        Optional<Checkout> open = checkouts.lockOpenFor(cartId);
        if (open.isPresent() && stillGood(open.get(), wanted, codes)) {
            return new Result.Started(open.get());
        }
        List<String> unpriced = wanted.stream()
                .map(CartLine::sku)
                .filter(sku -> shelf.item(sku).isEmpty())
                .toList();
        if (!unpriced.isEmpty()) {
            return new Result.Unpriced(unpriced);
        }
        Checkout fresh = fresh(cartId, channel, wanted, codes, agreed);
        stock.lock(Stream.concat(fresh.needs().stream(), open.stream().flatMap(o -> o.needs().stream()))
                .map(Need::sku)
                .toList());
        open.ifPresent(o -> release.release(o, "replaced"));
        checkouts.insert(fresh);
        List<Need> missing = stock.hold(fresh.id(), fresh.needs());
        return missing.isEmpty() ? new Result.Started(fresh) : new Result.TooFew(missing);
    }

    private boolean stillGood(Checkout open, List<CartLine> wanted, List<String> codes) {
        Set<Need> held = new HashSet<>(open.needs());
        Set<Need> now = new HashSet<>();
        wanted.forEach(line -> now.add(new Need(line.sku(), line.quantity())));
        boolean inTime = open.expiresAt().isAfter(clock.instant());
        return inTime
                && (open.state() == State.PLACING
                        || (held.equals(now)
                                && open.codes().equals(codes)
                                && open.currency().equals(Money.currency())));
    }

    private Checkout fresh(
            UUID cartId, Channel channel, List<CartLine> wanted, List<String> codes, Optional<Discount> agreed) {
        Instant now = clock.instant();
        List<Line> lines = wanted.stream()
                .map(line -> new Line(line.sku(), line.quantity(), price(line.sku())))
                .toList();
        return new Checkout(
                UUID.randomUUID(),
                cartId,
                UUID.randomUUID(),
                OrderToken.next(),
                State.OPEN,
                channel,
                checkouts.latestDetails(cartId).orElse(null),
                now,
                now.plus(settings.holdFor()),
                lines,
                codes,
                discounts(quote.basket(lines), codes, cartId, agreed),
                terms.revision(),
                Money.currency(),
                currencies.inBase(Money.currency()));
    }

    private List<Discount> discounts(Basket basket, List<String> codes, UUID cartId, Optional<Discount> agreed) {
        List<Discount> granted =
                new ArrayList<>(promotions.holding(basket, codes, cartId).discounts());
        long left =
                basket.total() - granted.stream().mapToLong(Discount::amount).sum();
        agreed.map(it -> it.upTo(left)).ifPresent(granted::add);
        return granted;
    }

    private long price(String sku) {
        return shelf.item(sku)
                .orElseThrow(() -> new IllegalStateException("expected variant " + sku + " in the catalogue"))
                .variant()
                .price();
    }
}
