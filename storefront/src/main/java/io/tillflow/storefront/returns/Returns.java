package io.tillflow.storefront.returns;

import io.tillflow.storefront.database.Notifications;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All returns. Each change is announced as one of its order. */
@Repository
public class Returns {
    private static final String COLUMNS = "select * from order_return ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Returns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The oldest first. */
    public List<OrderReturn> of(UUID orderId) {
        return jdbc.sql(COLUMNS + "where order_id = :id order by requested_at, id")
                .param("id", orderId)
                .query((row, n) -> read(row))
                .list();
    }

    /** Of every order, the newest first, from behind that one on. */
    public List<OrderReturn> page(@Nullable Instant before, UUID id, int most) {
        return jdbc.sql(COLUMNS + """
                        where cast(:before as timestamptz) is null or (requested_at, id) < (:before, :id)
                        order by requested_at desc, id desc limit :most""")
                .param("before", before == null ? null : Timestamp.from(before), Types.TIMESTAMP)
                .param("id", id)
                .param("most", most)
                .query((row, n) -> read(row))
                .list();
    }

    public Optional<OrderReturn> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<OrderReturn> lock(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id for update")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    void insert(OrderReturn asked) {
        OrderReturn.Exchange exchange = asked.exchange();
        jdbc.sql("""
                insert into order_return (id, order_id, state, reason, amount, difference, requested_at, updated_at)
                values (:id, :order, :state, :reason, :amount, :difference, :at, :at)""")
                .param("id", asked.id())
                .param("order", asked.orderId())
                .param("state", asked.state().name())
                .param("reason", asked.reason().name())
                .param("amount", asked.amount())
                .param("difference", exchange == null ? null : exchange.difference(), Types.BIGINT)
                .param("at", Timestamp.from(asked.requestedAt()))
                .update();
        for (OrderReturn.Line line : asked.lines()) {
            jdbc.sql("""
                    insert into order_return_line (return_id, position, sku, quantity, instead, instead_label, instead_price,
                        came_by, came_label, came_price)
                    values (:id, :position, :sku, :quantity, :instead, :label, :price, :cameBy, :cameLabel, :camePrice)""")
                    .param("cameBy", line.cameBy(), Types.OTHER)
                    .param("cameLabel", line.cameLabel(), Types.VARCHAR)
                    .param("camePrice", line.camePrice(), Types.BIGINT)
                    .param("id", asked.id())
                    .param("position", line.position())
                    .param("sku", line.sku())
                    .param("quantity", line.quantity())
                    .param("instead", line.instead(), Types.VARCHAR)
                    .param("label", line.insteadLabel(), Types.VARCHAR)
                    .param("price", line.insteadPrice(), Types.BIGINT)
                    .update();
        }
        announce(asked.orderId());
    }

    void tell(OrderReturn told, ReturnProgress.Told news) {
        jdbc.sql("""
                update order_return set state = :state, updated_at = :now, refusal = coalesce(:reason, refusal),
                    tracking_number = coalesce(:number, tracking_number), label_url = coalesce(:label, label_url),
                    tracking_url = coalesce(:url, tracking_url),
                    refunded = coalesce(:refunded, refunded)
                where id = :id""")
                .param("state", news.state().name())
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", news.reason(), Types.VARCHAR)
                .param("number", news.trackingNumber(), Types.VARCHAR)
                .param("label", news.labelUrl(), Types.VARCHAR)
                .param("url", news.trackingUrl(), Types.VARCHAR)
                .param("refunded", news.refunded(), Types.BIGINT)
                .param("id", told.id())
                .update();
        announce(told.orderId());
    }

    void restocked(UUID id) {
        jdbc.sql("update order_return set restocked_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    void lockExchange(UUID id) {
        jdbc.sql("update order_return set exchange_locked_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    void callExchangeOff(UUID id) {
        jdbc.sql("update order_return set exchange_off = true, exchange_locked_at = null where id = :id")
                .param("id", id)
                .update();
    }

    private OrderReturn read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Timestamp restocked = row.getTimestamp("restocked_at");
        return new OrderReturn(
                id,
                row.getObject("order_id", UUID.class),
                ReturnState.valueOf(row.getString("state")),
                ReturnReason.valueOf(row.getString("reason")),
                row.getString("refusal"),
                row.getLong("amount"),
                row.getLong("refunded"),
                row.getString("tracking_number"),
                row.getString("tracking_url"),
                row.getString("label_url"),
                restocked == null ? null : restocked.toInstant(),
                row.getTimestamp("requested_at").toInstant(),
                exchange(row),
                lines(id));
    }

    private static OrderReturn.@Nullable Exchange exchange(ResultSet row) throws SQLException {
        long difference = row.getLong("difference");
        if (row.wasNull()) {
            return null;
        }
        Timestamp locked = row.getTimestamp("exchange_locked_at");
        return new OrderReturn.Exchange(
                difference, locked == null ? null : locked.toInstant(), row.getBoolean("exchange_off"));
    }

    private List<OrderReturn.Line> lines(UUID id) {
        return jdbc.sql("""
                select position, sku, quantity, instead, instead_label, instead_price, came_by, came_label, came_price
                from order_return_line where return_id = :id order by position, came_by nulls first""").param("id", id).query(OrderReturn.Line.class).list();
    }

    private void announce(UUID orderId) {
        jdbc.sql("select pg_notify(:channel, :id)")
                .param("channel", Notifications.ORDERS)
                .param("id", orderId.toString())
                .query()
                .listOfRows();
    }
}
