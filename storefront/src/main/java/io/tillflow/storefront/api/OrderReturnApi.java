package io.tillflow.storefront.api;

import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderLine;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.returns.AskReturn;
import io.tillflow.storefront.returns.CameInstead;
import io.tillflow.storefront.returns.Exchanges;
import io.tillflow.storefront.returns.OrderReturn;
import io.tillflow.storefront.returns.ReturnReason;
import io.tillflow.storefront.returns.Returns;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What of an order may come back, and what does, as its shopper may see it; without the right token it does not exist. */
@RestController
@RequestMapping("/api/v1/orders/{id}/returns")
class OrderReturnApi {
    private final Orders orders;
    private final Returns returns;
    private final AskReturn asking;
    private final Exchanges exchanges;

    OrderReturnApi(Orders orders, Returns returns, AskReturn asking, Exchanges exchanges) {
        this.orders = orders;
        this.returns = returns;
        this.asking = asking;
        this.exchanges = exchanges;
    }

    /**
     * Something the shopper has.
     *
     * @param came the exchange that brought it; null for what was bought
     * @param counts what one of it counts, in minor units of the order's currency
     * @param left how many may still come back
     * @param instead what it may be exchanged for where it costs no more and is there
     */
    record Thing(
            int position,
            String sku,
            AskReturn.@Nullable Came came,
            long counts,
            int left,
            List<Exchanges.Choice> instead) {}

    /** @param days for how many days after the delivery things may come back */
    record Coming(boolean open, int days, String currency, List<Thing> things, List<OrderReturn> returns) {}

    /** @param instead the variant wanted instead; null for money */
    record Line(
            @Nullable Integer position,
            @Nullable Integer quantity,
            @Nullable String instead,
            AskReturn.@Nullable Came came) {
        AskReturn.Chosen chosen() {
            if (position == null || quantity == null) {
                throw ShopProblem.invalid("lines", "Each names a position and a quantity.");
            }
            if (came != null && (came.by() == null || came.sku() == null)) {
                throw ShopProblem.invalid("lines", "What came instead is named by the exchange and its article.");
            }
            return new AskReturn.Chosen(position, quantity, Objects.requireNonNullElse(instead, ""), came);
        }
    }

    /** @param id made up by the caller, so that asking twice asks once */
    record Wish(
            @Nullable UUID id,
            @Nullable ReturnReason reason,
            @Nullable List<@Nullable Line> lines) {}

    @GetMapping
    Coming read(@PathVariable UUID id, @RequestParam @Nullable String token) {
        Order order = allowed(id, token);
        return Money.in(order.currency(), () -> coming(order));
    }

    @PostMapping
    ResponseEntity<OrderReturn> ask(
            @PathVariable UUID id, @RequestParam @Nullable String token, @RequestBody Wish wish) {
        allowed(id, token);
        ReturnReason reason = wish.reason();
        if (reason == null || !ReturnReason.shoppers().contains(reason)) {
            throw ShopProblem.invalid("reason", "One of " + ReturnReason.shoppers() + ".");
        }
        List<AskReturn.Chosen> chosen = new ArrayList<>();
        for (Line line : Objects.requireNonNullElse(wish.lines(), List.<@Nullable Line>of())) {
            if (line != null) {
                chosen.add(line.chosen());
            }
        }
        UUID key = wish.id() == null ? UUID.randomUUID() : wish.id();
        return switch (asking.ask(id, key, reason, chosen)) {
            case AskReturn.Answer.Taken taken -> ResponseEntity.accepted().body(taken.asked());
            case AskReturn.Answer.Refused refused ->
                throw new ShopProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", refused.why());
        };
    }

    private Coming coming(Order order) {
        List<Integer> left = asking.left(order);
        List<Thing> things = new ArrayList<>();
        for (int position = 0; position < order.lines().size(); position++) {
            OrderLine line = order.lines().get(position);
            things.add(thing(position, line.sku(), null, line.unitPrice(), left.get(position)));
        }
        for (CameInstead it : asking.cameInstead(order)) {
            things.add(thing(it.position(), it.sku(), it.came(), it.price(), it.left()));
        }
        return new Coming(
                AskReturn.open(order), asking.daysAllowed(order), order.currency(), things, returns.of(order.id()));
    }

    private Thing thing(int position, String sku, AskReturn.@Nullable Came came, long counts, int left) {
        List<Exchanges.Choice> instead = exchanges.choices(sku, counts).stream()
                .filter(choice -> choice.possible(counts))
                .toList();
        return new Thing(position, sku, came, counts, left, instead);
    }

    private Order allowed(UUID id, @Nullable String token) {
        return orders.find(id).filter(order -> order.opensWith(token)).orElseThrow(() -> ShopProblem.notFound("order"));
    }
}
