package io.tillflow.storefront.orders;

import io.tillflow.storefront.database.Notifications;
import io.tillflow.storefront.orders.DearerChange.End;
import io.tillflow.storefront.orders.DearerChange.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All changes that made an order dearer, or would. Each step is announced as one of its order. */
@Repository
public class DearerChanges {
    private static final String COLUMNS = """
            select id, order_id, author, quantities, come, total, state, reason, declined, payment_id, payment_url,
                former_payment_id, asked_at, expires_at
            from order_change
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    DearerChanges(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public Optional<DearerChange> find(UUID id) {
        return one("where id = :key", id);
    }

    public Optional<DearerChange> pending(UUID orderId) {
        return one("where order_id = :key and state = 'PENDING'", orderId);
    }

    public Optional<DearerChange> latest(UUID orderId) {
        return one("where order_id = :key order by asked_at desc, id desc limit 1", orderId);
    }

    /** The latest, unless it is off and the order was changed otherwise since. */
    public Optional<DearerChange> news(UUID orderId) {
        return latest(orderId).filter(change -> change.state() != State.ENDED || !changedSince(change));
    }

    private boolean changedSince(DearerChange ended) {
        return jdbc.sql("""
                select exists (select from staff_act off join staff_act later using (order_id)
                               where off.order_id = :order and off.kind = 'CHANGE_OFF' and off.reason = :change
                                 and later.kind = 'CHANGE' and later.asked_at > off.asked_at)""")
                .param("order", ended.orderId())
                .param("change", ended.id().toString())
                .query(Boolean.class)
                .single();
    }

    private Optional<DearerChange> one(String which, UUID key) {
        return jdbc.sql(COLUMNS + which)
                .param("key", key)
                .query((row, n) -> change(row))
                .optional();
    }

    private DearerChange change(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new DearerChange(
                row.getObject("id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getString("author"),
                json.readValue(row.getString("quantities"), new TypeReference<Map<String, Integer>>() {}),
                List.of(json.readValue(row.getString("come"), OrderLine[].class)),
                row.getLong("total"),
                State.valueOf(row.getString("state")),
                reason == null ? null : End.valueOf(reason),
                row.getBoolean("declined"),
                row.getString("payment_id"),
                row.getString("payment_url"),
                row.getString("former_payment_id"),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }

    /** Whether an order was paid anew for more than it was placed for. */
    public boolean raised(UUID orderId) {
        return jdbc.sql("select exists (select from order_change where order_id = :id and state = 'APPLIED')")
                .param("id", orderId)
                .query(Boolean.class)
                .single();
    }

    /** Whoever does has locked the order; one is pending at a time. */
    public void ask(DearerChange change) {
        jdbc.sql("""
                insert into order_change (id, order_id, author, quantities, come, total, asked_at, expires_at, next_at)
                values (:id, :order, :author, cast(:quantities as jsonb), cast(:come as jsonb), :total, :asked, :expires, :asked)""")
                .param("id", change.id())
                .param("order", change.orderId())
                .param("author", change.author())
                .param("quantities", json.writeValueAsString(change.quantities()))
                .param("come", json.writeValueAsString(change.come()))
                .param("total", change.total())
                .param("asked", Timestamp.from(change.askedAt()))
                .param("expires", Timestamp.from(change.expiresAt()))
                .update();
        announce(change.orderId());
    }

    /** The first payment that was opened for it stays the one. */
    public void opened(DearerChange change, String paymentId, String url) {
        jdbc.sql(
                        "update order_change set payment_id = :payment, payment_url = :url where id = :id and payment_id is null")
                .param("payment", paymentId)
                .param("url", url)
                .param("id", change.id())
                .update();
        announce(change.orderId());
    }

    /** Its shopper reads that the bank said no. */
    public void declined(DearerChange change) {
        int news = jdbc.sql("update order_change set declined = true where id = :id and not declined")
                .param("id", change.id())
                .update();
        if (news > 0) {
            announce(change.orderId());
        }
    }

    /** The one that is pending, if any, is off; whoever calls has locked the order. Its things and payment are freed by who looks next. */
    public boolean end(UUID orderId, End why) {
        int ended = jdbc.sql("""
                update order_change set state = 'ENDING', reason = :why, next_at = :now
                where order_id = :order and state = 'PENDING'""")
                .param("why", why.name())
                .param("now", now())
                .param("order", orderId)
                .update();
        if (ended > 0) {
            announce(orderId);
        }
        return ended > 0;
    }

    /** Its things and its payment are free, or about to be. */
    public void ended(UUID id) {
        jdbc.sql("update order_change set state = 'ENDED' where id = :id and state = 'ENDING'")
                .param("id", id)
                .update();
    }

    void applied(DearerChange change, @Nullable String formerPaymentId) {
        jdbc.sql("update order_change set state = 'APPLIED', former_payment_id = cast(:former as text) where id = :id")
                .param("former", formerPaymentId)
                .param("id", change.id())
                .update();
        announce(change.orderId());
    }

    /** One to look at, for the caller alone for a moment: the longer it waits the longer. */
    public Optional<UUID> claim() {
        return jdbc.sql("""
                with due as (select id from order_change where state in ('PENDING', 'ENDING') and next_at <= :now
                             order by next_at limit 1 for update skip locked)
                update order_change c set next_at = cast(:now as timestamptz)
                    + greatest(interval '5 seconds', least(interval '1 minute', cast(:now as timestamptz) - asked_at))
                from due where c.id = due.id returning c.id""").param("now", now()).query(UUID.class).optional();
    }

    /** Its shopper is on the order's page, maybe back from paying. */
    public void lookSoon(UUID orderId) {
        jdbc.sql("update order_change set next_at = :now where order_id = :id and state = 'PENDING' and next_at > :now")
                .param("now", now())
                .param("id", orderId)
                .update();
    }

    private void announce(UUID orderId) {
        jdbc.sql("select pg_notify(:channel, :id)")
                .param("channel", Notifications.ORDERS)
                .param("id", orderId.toString())
                .query()
                .listOfRows();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
