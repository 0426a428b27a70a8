package io.tillflow.storefront.returns;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.catalogue.Variant;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.OrderState;
import io.tillflow.storefront.orders.OrderStock;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.stock.Movement.Kind;
import io.tillflow.storefront.stock.Need;
import io.tillflow.storefront.stock.Shares;
import io.tillflow.storefront.stock.Stock;
import io.tillflow.storefront.stock.Stock.Cause;
import io.tillflow.storefront.stock.StockLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What shoppers want instead of what they send back: set aside when they ask, gone when it is sent. */
@Service
@Transactional
public class Exchanges {
    private final Shelf shelf;
    private final Stock stock;
    private final Shares shares;
    private final OrderStock orderStock;
    private final Returns returns;
    private final Orders orders;

    Exchanges(Shelf shelf, Stock stock, Shares shares, OrderStock orderStock, Returns returns, Orders orders) {
        this.shelf = shelf;
        this.stock = stock;
        this.shares = shares;
        this.orderStock = orderStock;
        this.returns = returns;
        this.orders = orders;
    }

    /**
     * Another variant of what the shopper has.
     *
     * @param price what one counts: as much as what they have where both cost the same today
     * @param available how many could be sent as of a moment ago
     */
    public record Choice(String sku, String label, long price, int available) {
        /** What it costs more than what the shopper has counts; below zero when it is cheaper. */
        public long dearer(long counts) {
            return price - counts;
        }

        /** Whether it can be had for what counts so much. */
        public boolean possible(long counts) {
            return available > 0 && dearer(counts) <= 0;
        }
    }

    /**
     * What this may be exchanged for, whatever it costs; empty when the shop no longer sells it.
     *
     * @param counts what one of it counts, in minor units
     */
    @Transactional(readOnly = true)
    public List<Choice> choices(String sku, long counts) {
        return shelf.item(sku)
                .map(item -> item.product().variants().stream()
                        .filter(variant -> !variant.sku().equals(sku))
                        .map(variant -> choice(counts, item, variant))
                        .toList())
                .orElse(List.of());
    }

    private Choice choice(long counts, Item item, Variant variant) {
        long price = variant.price() == item.variant().price() ? counts : variant.price();
        return new Choice(variant.sku(), variant.label(), price, shelf.available(variant.sku()));
    }

    /** Why it cannot be had for what counts so much, in words for the shopper; empty when it can. */
    Optional<String> refusal(long counts, Choice choice) {
        long dearer = choice.dearer(counts);
        return dearer > 0
                ? Optional.of(say("order.insteadDearer", choice.label(), Money.text(dearer)))
                : Optional.empty();
    }

    int weight(String sku) {
        return shelf.item(sku).map(item -> item.variant().weightGrams()).orElse(0);
    }

    /** What a parcel with all that is wanted instead weighs, in grams. */
    public int weightOf(OrderReturn known) {
        return wanted(known).stream()
                .mapToInt(need -> need.quantity() * weight(need.sku()))
                .sum();
    }

    /** Sets aside all that is wanted instead, or nothing; answers in words for the shopper what is missing. */
    Optional<String> hold(OrderReturn asked) {
        Map<String, StockLevel> levels =
                stock.lock(wanted(asked).stream().map(Need::sku).toList());
        for (Need need : wanted(asked)) {
            StockLevel level = levels.get(need.sku());
            int available = level == null ? 0 : Math.max(0, level.available());
            if (available < need.quantity()) {
                return Optional.of(say("order.insteadGone", label(asked, need.sku()), available));
            }
        }
        stock.move(Kind.RESERVED, wanted(asked), cause(asked));
        shares.allocate(asked.id(), wanted(asked), cause(asked));
        return Optional.empty();
    }

    /**
     * Whether what is wanted instead leaves; from then on it cannot be called off. It does not when the order's money went
     * back meanwhile, as its own parcel was lost. Empty: no such return.
     */
    public Optional<Boolean> lock(UUID id) {
        boolean refunded = returns.find(id)
                .flatMap(known -> orders.lock(known.orderId()))
                .filter(order -> order.state() == OrderState.CANCELLED)
                .isPresent();
        return returns.lock(id).map(known -> {
            OrderReturn.Exchange exchange = known.exchange();
            if (exchange == null || !known.exchanging()) {
                return false;
            }
            if (refunded) {
                returns.callExchangeOff(id);
                return false;
            }
            if (exchange.lockedAt() == null) {
                returns.lockExchange(id);
            }
            return true;
        });
    }

    /**
     * All of its money is to go back instead; false when what was wanted leaves already.
     *
     * @param kept no carrier has it, or gets it any more
     */
    public boolean callOff(UUID id, boolean kept) {
        OrderReturn known = returns.lock(id).orElseThrow();
        OrderReturn.Exchange exchange = known.exchange();
        if (exchange == null || exchange.off()) {
            return true;
        }
        if (exchange.lockedAt() != null && !kept) {
            return false;
        }
        returns.callExchangeOff(id);
        return true;
    }

    /** What was set aside is gone or on sale again, as the return ended. The line must have been entered. */
    void end(OrderReturn known, ReturnState state) {
        if (known.exchange() == null) {
            return;
        }
        if (state == ReturnState.EXCHANGED) {
            stock.lock(wanted(known).stream().map(Need::sku).toList());
            shares.ship(known.id(), wanted(known), cause(known));
        } else {
            orderStock.putBack(known.id(), wanted(known), cause(known));
        }
    }

    private static List<Need> wanted(OrderReturn known) {
        TreeMap<String, Integer> units = new TreeMap<>();
        for (OrderReturn.Line line : known.lines()) {
            if (line.instead() != null) {
                units.merge(line.instead(), line.quantity(), Integer::sum);
            }
        }
        return units.entrySet().stream()
                .map(entry -> new Need(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String label(OrderReturn asked, String sku) {
        return asked.lines().stream()
                .filter(line -> sku.equals(line.instead()))
                .map(line -> String.valueOf(line.insteadLabel()))
                .findFirst()
                .orElse(sku);
    }

    private static Cause cause(OrderReturn known) {
        return Cause.reason("exchange " + known.id());
    }
}
