package io.tillflow.storefront.checkout;

import io.tillflow.storefront.checkout.Checkout.Line;
import io.tillflow.storefront.checkout.Checkout.State;
import io.tillflow.storefront.terms.Channel;
import io.tillflow.storefront.terms.Details;
import io.tillflow.storefront.terms.Discount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All checkouts. */
@Repository
public class Checkouts {
    private static final String COLUMNS =
            "select id, cart_id, order_id, order_token, state, channel, details, created_at, expires_at,"
                    + " codes, discounts, terms, currency, in_base from checkout ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Checkouts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Checkout> find(UUID id) {
        return one("where id = :id", id);
    }

    Optional<Checkout> lock(UUID id) {
        return one("where id = :id for update", id);
    }

    public Optional<Checkout> openFor(UUID cartId) {
        return one("where cart_id = :id and state in ('OPEN', 'PLACING')", cartId);
    }

    Optional<Checkout> lockOpenFor(UUID cartId) {
        return one("where cart_id = :id and state in ('OPEN', 'PLACING') for update", cartId);
    }

    /** The details of the latest checkout of a cart, so that nobody types an address twice. */
    Optional<Details> latestDetails(UUID cartId) {
        return jdbc.sql("""
                select details from checkout where cart_id = :cart and details is not null
                order by created_at desc limit 1""")
                .param("cart", cartId)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Details.class));
    }

    List<UUID> due(Instant now, int limit) {
        return jdbc.sql("""
                select id from checkout where state in ('OPEN', 'PLACING') and expires_at <= :now
                order by expires_at limit :limit""")
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    void insert(Checkout checkout) {
        jdbc.sql("""
                insert into checkout (id, cart_id, order_id, order_token, state, channel, details, created_at, expires_at,
                    codes, discounts, terms, currency, in_base)
                values (:id, :cart, :order, :token, :state, :channel, cast(:details as jsonb), :created, :expires,
                    :codes, cast(:discounts as jsonb), :terms, :currency, :inBase)""")
                .param("currency", checkout.currency())
                .param("inBase", checkout.inBase())
                .param("terms", checkout.terms())
                .param("codes", checkout.codes().toArray(String[]::new))
                .param("discounts", json.writeValueAsString(checkout.discounts()))
                .param("id", checkout.id())
                .param("cart", checkout.cartId())
                .param("order", checkout.orderId())
                .param("token", checkout.orderToken())
                .param("state", checkout.state().name())
                .param("channel", checkout.channel().code())
                .param("details", checkout.details() == null ? null : json.writeValueAsString(checkout.details()))
                .param("created", Timestamp.from(checkout.createdAt()))
                .param("expires", Timestamp.from(checkout.expiresAt()))
                .update();
        for (Line line : checkout.lines()) {
            jdbc.sql("""
                    insert into checkout_line (checkout_id, sku, quantity, unit_price)
                    values (:id, :sku, :quantity, :price)""")
                    .param("id", checkout.id())
                    .param("sku", line.sku())
                    .param("quantity", line.quantity())
                    .param("price", line.unitPrice())
                    .update();
        }
    }

    void setState(UUID id, State state) {
        jdbc.sql("update checkout set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    void setCart(UUID from, UUID to) {
        jdbc.sql("update checkout set cart_id = :to where cart_id = :from")
                .param("to", to)
                .param("from", from)
                .update();
    }

    void setDetails(UUID id, Details details) {
        jdbc.sql("update checkout set details = cast(:details as jsonb) where id = :id")
                .param("details", json.writeValueAsString(details))
                .param("id", id)
                .update();
    }

    private Optional<Checkout> one(String where, UUID id) {
        return jdbc.sql(COLUMNS + where)
                .param("id", id)
                .query((row, n) -> checkout(row))
                .optional()
                .map(this::withLines);
    }

    private Checkout withLines(Checkout c) {
        List<Line> lines = jdbc.sql("""
                select sku, quantity, unit_price from checkout_line where checkout_id = :id order by sku""").param("id", c.id()).query(Line.class).list();
        return new Checkout(
                c.id(),
                c.cartId(),
                c.orderId(),
                c.orderToken(),
                c.state(),
                c.channel(),
                c.details(),
                c.createdAt(),
                c.expiresAt(),
                lines,
                c.codes(),
                c.discounts(),
                c.terms(),
                c.currency(),
                c.inBase());
    }

    private Checkout checkout(ResultSet row) throws SQLException {
        String details = row.getString("details");
        return new Checkout(
                row.getObject("id", UUID.class),
                row.getObject("cart_id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getString("order_token"),
                State.valueOf(row.getString("state")),
                Channel.of(row.getString("channel")),
                details == null ? null : json.readValue(details, Details.class),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                List.of(),
                List.of((String[]) row.getArray("codes").getArray()),
                List.of(json.readValue(row.getString("discounts"), Discount[].class)),
                row.getInt("terms"),
                row.getString("currency"),
                row.getBigDecimal("in_base"));
    }
}
