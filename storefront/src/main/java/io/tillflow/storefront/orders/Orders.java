package io.tillflow.storefront.orders;

import io.tillflow.storefront.database.Notifications;
import io.tillflow.storefront.terms.Address;
import io.tillflow.storefront.terms.Details;
import io.tillflow.storefront.terms.Totals;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All orders. Each change is announced, so that whoever looks at the order's page sees it at once. */
@Repository
public class Orders {
    private final JdbcClient jdbc;
    private final OrderRows rows;
    private final Clock clock;

    Orders(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.rows = new OrderRows(json);
        this.clock = clock;
    }

    public Optional<Order> find(UUID id) {
        return one("o.id = :key", id);
    }

    /** Its lines are read once it is locked: a statement that waits for the lock still sees the lines of before. */
    public Optional<Order> lock(UUID id) {
        var locked = jdbc.sql("select id from orders where id = :id for update").param("id", id);
        return locked.query(UUID.class).optional().flatMap(this::find);
    }

    public Optional<Order> byNumber(String number) {
        return one("o.number = :key", number);
    }

    public Optional<Order> byCheckout(UUID checkoutId) {
        return one("o.checkout_id = :key", checkoutId);
    }

    private Optional<Order> one(String which, Object key) {
        return jdbc.sql("""
                select o.*, (select json_agg(json_build_object('sku', l.sku, 'product', l.product, 'name', l.name,
                        'variant', l.variant, 'picture', l.picture, 'quantity', l.quantity,
                        'unitPrice', l.unit_price, 'weightGrams', l.weight_grams) order by l.position)
                    from order_line l where l.order_id = o.id) as lines
                from orders o where """ + " " + which)
                .param("key", key)
                .query((row, n) -> rows.order(row, rows.lines(row)))
                .optional();
    }

    public List<OrderEvent> history(UUID id) {
        return jdbc.sql("select state, reason, at from order_event where order_id = :id order by id")
                .param("id", id)
                .query((row, n) -> new OrderEvent(
                        OrderState.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Newest first; {@code before} is where the last page ended. */
    public List<Order> page(OrderFilter filter, @Nullable Instant before, UUID beforeId, int limit) {
        List<Order> page = jdbc.sql("""
                select * from orders
                where (cast(:state as text) is null or state = :state)
                  and (cast(:channel as text) is null or channel = :channel)
                  and (cast(:words as text) is null or number ilike :words or email ilike :words
                      or shipping ->> 'name' ilike :words)
                  and (cast(:before as timestamptz) is null or (placed_at, id) < (:before, :beforeId))
                order by placed_at desc, id desc limit :limit""")
                .param("state", filter.state() == null ? null : filter.state().name())
                .param(
                        "channel",
                        filter.channel() == null ? null : filter.channel().code())
                .param("words", filter.pattern(), Types.VARCHAR)
                .param("before", before == null ? null : Timestamp.from(before))
                .param("beforeId", beforeId)
                .param("limit", limit)
                .query((row, n) -> rows.order(row, List.of()))
                .list();
        Map<UUID, List<OrderLine>> lines = lines(page);
        return page.stream()
                .map(o -> o.withLines(lines.getOrDefault(o.id(), List.of())))
                .toList();
    }

    /** What an account ordered, and what was ordered as a guest with its address; newest first. */
    public List<Order> ofAccount(UUID account, String email, int limit) {
        List<Order> found = jdbc.sql("""
                select * from orders
                where account_id = :account
                   or (account_id is null and customer_id = (select id from customer where email = :email))
                order by placed_at desc, id desc limit :limit""")
                .param("account", account)
                .param("email", email)
                .param("limit", limit)
                .query((row, n) -> rows.order(row, List.of()))
                .list();
        Map<UUID, List<OrderLine>> lines = lines(found);
        return found.stream()
                .map(o -> o.withLines(lines.getOrDefault(o.id(), List.of())))
                .toList();
    }

    /** Where somebody wanted their last order, unless that was forgotten. */
    public Optional<Details> latestDetails(UUID customer) {
        return jdbc.sql("""
                select * from orders where customer_id = :customer and email not like 'erased-%@erased.invalid'
                order by placed_at desc, id desc limit 1""")
                .param("customer", customer)
                .query((row, n) -> rows.order(row, List.of()).details())
                .optional();
    }

    private Map<UUID, List<OrderLine>> lines(List<Order> page) {
        Map<UUID, List<OrderLine>> lines = new HashMap<>();
        jdbc.sql("""
                select order_id, sku, product, name, variant, picture, quantity, unit_price, weight_grams
                from order_line where order_id = any(:ids) order by order_id, position""")
                .param("ids", page.stream().map(Order::id).toArray(UUID[]::new))
                .query(row -> {
                    lines.computeIfAbsent(row.getObject("order_id", UUID.class), id -> new ArrayList<>())
                            .add(OrderRows.line(row));
                });
        return lines;
    }

    public String nextNumber() {
        return "UM-"
                + jdbc.sql("select nextval('order_number')").query(Long.class).single();
    }

    public void insert(Order order) {
        jdbc.sql("""
                insert into orders (id, number, checkout_id, customer_id, token, channel, state, currency, in_base, language,
                    items_total, discounts, delivery_price, tax, tax_percent, total, items, weight_grams,
                    express, first_order, address_mismatch, past_declines,
                    email, phone, shipping, billing, delivery, promised_on,
                    payment_id, payment_url, payment_attempts, stock_state, placed_at, updated_at, account_id)
                values (:id, :number, :checkout, :customer, :token, :channel, :state, :currency, :inBase, :language,
                    :itemsTotal, cast(:discounts as jsonb), :deliveryPrice, :tax, :taxPercent, :total, :items, :weight,
                    :express, :firstOrder, :addressMismatch, :pastDeclines,
                    :email, :phone, cast(:shipping as jsonb), cast(:billing as jsonb), :delivery, :promisedOn,
                    :payment, :paymentUrl, :attempts, :stock, :placed, :placed,
                    (select c.account_id from checkout k join cart c on c.id = k.cart_id where k.id = :checkout))""").params(rows.values(order)).update();
        insertLines(order.id(), order.lines());
        addEvent(order.id(), order.state(), null);
    }

    /** Where the parcel and the bill go. */
    void setAddresses(UUID id, Address shipping, Address billing) {
        jdbc.sql("""
                update orders set shipping = cast(:shipping as jsonb), billing = cast(:billing as jsonb), updated_at = :now
                where id = :id""")
                .param("shipping", rows.address(shipping))
                .param("billing", rows.address(billing))
                .param("now", now())
                .param("id", id)
                .update();
        announce(id);
    }

    /** What is left of it, and what that costs. */
    void replaceLines(UUID id, List<OrderLine> lines, Totals totals) {
        jdbc.sql("delete from order_line where order_id = :id").param("id", id).update();
        insertLines(id, lines);
        jdbc.sql("""
                update orders set items_total = :itemsTotal, discounts = cast(:discounts as jsonb), tax = :tax, total = :total,
                    items = :items, weight_grams = :weight, updated_at = :now
                where id = :id""")
                .params(rows.values(totals))
                .param("now", now())
                .param("id", id)
                .update();
        announce(id);
    }

    private void insertLines(UUID id, List<OrderLine> lines) {
        int position = 0;
        for (OrderLine line : lines) {
            jdbc.sql("""
                    insert into order_line (order_id, position, sku, product, name, variant, picture, quantity,
                        unit_price, weight_grams)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            id,
                            position++,
                            line.sku(),
                            line.product(),
                            line.name(),
                            line.variant(),
                            line.picture(),
                            line.quantity(),
                            line.unitPrice(),
                            line.weightGrams())
                    .update();
        }
    }

    /** Moves the order on, keeps the event and announces both; parcel facts that are null leave what is known. */
    void setState(UUID id, OrderState state, @Nullable String reason, Parcel parcel) {
        jdbc.sql("""
                with moved as (
                    update orders set state = :state, reason = :reason, updated_at = :now,
                        carrier = coalesce(:carrier, carrier),
                        tracking_number = coalesce(:number, tracking_number),
                        tracking_url = coalesce(:url, tracking_url)
                    where id = :id returning id),
                told as (
                    insert into order_event (order_id, state, reason, at)
                    select id, :state, :reason, :now from moved returning order_id)
                select pg_notify(:channel, order_id::text) from told""")
                .param("state", state.name())
                .param("reason", reason, Types.VARCHAR)
                .param("now", now())
                .param("carrier", parcel.carrier(), Types.VARCHAR)
                .param("number", parcel.trackingNumber(), Types.VARCHAR)
                .param("url", parcel.trackingUrl(), Types.VARCHAR)
                .param("id", id)
                .param("channel", Notifications.ORDERS)
                .query()
                .listOfRows();
    }

    void setStockState(UUID id, StockState state) {
        jdbc.sql("update orders set stock_state = :state, updated_at = :now where id = :id")
                .param("state", state.name())
                .param("now", now())
                .param("id", id)
                .update();
        announce(id);
    }

    void setPayment(UUID id, String paymentId, String url) {
        jdbc.sql("""
                update orders set payment_id = :payment, payment_url = :url, updated_at = :now,
                    payment_attempts = payment_attempts + 1
                where id = :id""")
                .param("payment", paymentId)
                .param("url", url)
                .param("now", now())
                .param("id", id)
                .update();
        announce(id);
    }

    void requestCancellation(UUID id) {
        jdbc.sql("update orders set cancel_requested_at = :now, updated_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
        announce(id);
    }

    void lockShipping(UUID id) {
        jdbc.sql("update orders set shipping_locked_at = :now, updated_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
        announce(id);
    }

    private void addEvent(UUID id, OrderState state, @Nullable String reason) {
        jdbc.sql("insert into order_event (order_id, state, reason, at) values (:id, :state, :reason, :now)")
                .param("id", id)
                .param("state", state.name())
                .param("reason", reason)
                .param("now", now())
                .update();
        announce(id);
    }

    private void announce(UUID id) {
        jdbc.sql("select pg_notify(:channel, :id)")
                .param("channel", Notifications.ORDERS)
                .param("id", id.toString())
                .query()
                .listOfRows();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
