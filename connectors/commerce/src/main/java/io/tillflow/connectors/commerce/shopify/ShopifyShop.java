package io.tillflow.connectors.commerce.shopify;

import io.tillflow.connectors.commerce.Delivery;
import io.tillflow.connectors.commerce.ForeignShop;
import io.tillflow.connectors.commerce.NotOffered;
import io.tillflow.connectors.commerce.OrderFacts;
import io.tillflow.connectors.commerce.OrderNews;
import io.tillflow.connectors.commerce.shopify.ShopifyCancellations.Wish;
import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.Money;
import io.tillflow.processes.CancelCause;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A Shopify store. It knows an idempotency key for money and stock alone and forgets it after a day, so whatever leaves a trace is looked up
 * first: a mark in notes, a parcel's number, the order's own state.
 *
 * @see "docs/adr/0031"
 */
public final class ShopifyShop implements ForeignShop {
    static final String NAME = "Shopify";

    private static final String NOTE = """
            mutation OrderNote($input: OrderInput!) {
              orderUpdate(input: $input) { order { id } userErrors { field message } }
            }
            """;
    private final ShopifyClient shopify;
    private final ShopifyParcels parcels;
    private final ShopifyCancellations cancellations;
    private final ShopifyRefunds refunds;
    private final ShopifyStock stock;

    /**
     * @param store where it is: {@code https://ullmere.myshopify.com}
     * @param timeout how long one answer may take
     */
    public ShopifyShop(URI store, String clientId, Supplier<String> clientSecret, Duration timeout, Clock clock) {
        this.shopify = new ShopifyClient(store, clientId, clientSecret, timeout, clock);
        this.parcels = new ShopifyParcels(shopify);
        this.cancellations = new ShopifyCancellations(shopify, clock);
        this.refunds = new ShopifyRefunds(shopify);
        this.stock = new ShopifyStock(shopify);
    }

    @Override
    public OrderFacts facts(String orderId) {
        ShopifyOrder order = order(orderId);
        List<OrderFacts.Line> lines = new ArrayList<>();
        Map<String, Object> variables = new HashMap<>(Map.of("id", OrderId.global(orderId)));
        JsonNode page;
        do {
            page = shopify.ask(ShopifyOrder.LINES, variables).path("order").path("lineItems");
            lines.addAll(order.lines(page));
            variables.put("after", ShopifyOrder.text(page.path("pageInfo"), "endCursor"));
        } while (page.path("pageInfo").path("hasNextPage").asBoolean(false));
        return order.facts(lines);
    }

    @Override
    public Delivery delivery(String orderId) {
        return order(orderId).delivery();
    }

    @Override
    public void show(String orderId, OrderNews news, EffectKey key) {
        switch (news.state()) {
            case SHIPPED -> parcels.handOver(() -> order(orderId), news);
            case DELIVERED -> parcels.delivered(order(orderId));
            case CANCELLED ->
                throw new NotOffered(NAME, "show order " + orderId + " as CANCELLED", "use the step Cancel order");
            case PLACED, IN_REVIEW, AWAITING_PAYMENT, PAID, AWAITING_STOCK, PREPARING, COMPLETED ->
                throw new NotOffered(
                        NAME,
                        "show order " + orderId + " as " + news.state(),
                        "it shows its own states, and hears from us of SHIPPED and DELIVERED; a note tells its staff more");
        }
    }

    /** Somebody who changes the note in the same moment may lose one of both: Shopify compares nothing there. */
    @Override
    public void note(String orderId, String text, EffectKey key) {
        ShopifyOrder order = order(orderId);
        Mark mark = Mark.of(key);
        if (order.note().contains(mark.text())) {
            return;
        }
        String note = order.note().isBlank() ? mark.after(text) : order.note() + "\n" + mark.after(text);
        shopify.change("orderUpdate", NOTE, Map.of("input", Map.of("id", OrderId.global(orderId), "note", note)));
    }

    @Override
    public CancelOutcome cancel(String orderId, CancelCause cause, boolean refund, EffectKey key) {
        Wish wish = new Wish(orderId, cause, refund, Mark.of(key));
        return cancellations.cancel(wish, () -> order(orderId));
    }

    @Override
    public RefundOutcome refund(String orderId, Money amount, EffectKey key) {
        return refunds.refund(orderId, amount, Mark.of(key));
    }

    @Override
    public Money left(String orderId) {
        return refunds.left(orderId);
    }

    @Override
    public Connection connection() {
        return ShopifyConnection.of(shopify);
    }

    @Override
    public StockLevel stock(String sku, @Nullable String location) {
        return stock.level(sku, location);
    }

    @Override
    public void adjust(StockChange change, EffectKey key) {
        stock.adjust(change, Mark.of(key));
    }

    private ShopifyOrder order(String orderId) {
        JsonNode told = shopify.ask(ShopifyOrder.QUERY, Map.of("id", OrderId.global(orderId)))
                .path("order");
        if (!told.isObject()) {
            throw new IllegalStateException("expected Shopify to know order " + orderId
                    + ", but it does not; orders older than 60 days need the scope read_all_orders");
        }
        return new ShopifyOrder(orderId, told);
    }
}
