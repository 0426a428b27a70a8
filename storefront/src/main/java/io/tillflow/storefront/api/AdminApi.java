package io.tillflow.storefront.api;

import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderFilter;
import io.tillflow.storefront.orders.OrderState;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.orders.StockKeeping;
import io.tillflow.storefront.outbox.Outbox;
import io.tillflow.storefront.stock.Movement;
import io.tillflow.storefront.stock.StockBooks;
import io.tillflow.storefront.stock.StockLevel;
import io.tillflow.storefront.terms.Channel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stock and orders, for the people who run the shop. */
@RestController
@RequestMapping("/api/v1/admin")
class AdminApi {
    private static final int MOST = 1_000_000;
    private static final UUID LAST = new UUID(-1, -1);

    private final StockBooks books;
    private final StockKeeping stock;
    private final Orders orders;
    private final Outbox outbox;
    private final Answered answered;

    AdminApi(StockBooks books, StockKeeping stock, Orders orders, Outbox outbox, Answered answered) {
        this.books = books;
        this.stock = stock;
        this.orders = orders;
        this.outbox = outbox;
        this.answered = answered;
    }

    record StockView(String sku, int onHand, int held, int reserved, int allocated, int available) {
        static StockView of(StockLevel l) {
            return new StockView(l.sku(), l.onHand(), l.held(), l.reserved(), l.allocated(), l.available());
        }
    }

    /** @param location where was counted; all of them together when left out */
    record Count(
            @Nullable Integer onHand,
            @Nullable String reason,
            @Nullable String location) {}

    /** @param location where it is put; the first one when left out */
    record Receipt(@Nullable Integer quantity, @Nullable String location) {}

    @GetMapping("/stock")
    Page<StockView> stock(@RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        int most = Page.limit(limit);
        return Page.cut(books.levels(Page.decode(after, ""), most + 1), most, StockLevel::sku, StockView::of);
    }

    @GetMapping("/stock/{sku}")
    StockView level(@PathVariable String sku) {
        return books.level(sku).map(StockView::of).orElseThrow(() -> ShopProblem.notFound("variant"));
    }

    @GetMapping("/stock/movements")
    Page<Movement> movements(
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String sku,
            @RequestParam @Nullable String location,
            @RequestParam @Nullable UUID orderId) {
        int most = Page.limit(limit);
        long start = Cursors.longNumber(Page.decode(after, "0"));
        List<Movement> read = books.movements(start, most + 1, new StockBooks.About(sku, location, orderId));
        return Page.cut(read, most, m -> String.valueOf(m.id()), m -> m);
    }

    @PutMapping("/stock/{sku}")
    StockView correct(
            @PathVariable String sku,
            @RequestBody Count count,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        int onHand = checked("onHand", count.onHand(), 0);
        String reason = count.reason() == null || count.reason().isBlank()
                ? "count"
                : count.reason().strip();
        return answered.once(
                "count " + sku,
                key,
                StockView.class,
                () -> stock.correct(sku, onHand, reason, count.location())
                        .map(StockView::of)
                        .orElseThrow(() -> ShopProblem.notFound("variant")));
    }

    @PostMapping("/stock/{sku}/receipts")
    StockView receive(
            @PathVariable String sku,
            @RequestBody Receipt receipt,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        int quantity = checked("quantity", receipt.quantity(), 1);
        return answered.once(
                "receipt " + sku,
                key,
                StockView.class,
                () -> stock.receive(sku, quantity, receipt.location())
                        .map(StockView::of)
                        .orElseThrow(() -> ShopProblem.notFound("variant")));
    }

    @GetMapping("/orders")
    Page<OrderRow> orders(
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable OrderState state,
            @RequestParam @Nullable String channel,
            @RequestParam @Nullable String q) {
        int most = Page.limit(limit);
        OrderFilter filter = new OrderFilter(state, channel == null ? null : Channel.of(channel), q);
        String cursor = Page.decode(after, "");
        List<Order> read;
        if (cursor.isEmpty()) {
            read = orders.page(filter, null, LAST, most + 1);
        } else {
            Cursors.TimeAndId from = Cursors.timeAndId(cursor);
            read = orders.page(filter, from.time(), from.id(), most + 1);
        }
        return Page.cut(read, most, o -> new Cursors.TimeAndId(o.placedAt(), o.id()).text(), OrderRow::of);
    }

    @GetMapping("/outbox")
    Outbox.Backlog outbox() {
        return outbox.backlog();
    }

    private static int checked(String field, @Nullable Integer value, int least) {
        if (value == null || value < least || value > MOST) {
            throw ShopProblem.invalid(field, "A number from " + least + " to " + MOST + ".");
        }
        return value;
    }
}
