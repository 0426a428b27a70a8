package io.tillflow.storefront.orders;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All notes about orders. */
@Repository
public class OrderNotes {
    private final JdbcClient jdbc;
    private final Clock clock;

    OrderNotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The oldest first. */
    public List<OrderNote> of(UUID orderId) {
        return jdbc.sql(
                        "select id, author, body, written_at from order_note where order_id = :id order by written_at, id")
                .param("id", orderId)
                .query(OrderNote.class)
                .list();
    }

    /** Written again with the same id it is the same note. */
    public void write(UUID orderId, UUID id, String author, String body) {
        jdbc.sql("""
                insert into order_note (id, order_id, author, body, written_at)
                values (:id, :order, :author, :body, :now) on conflict (id) do nothing""")
                .param("id", id)
                .param("order", orderId)
                .param("author", author)
                .param("body", body)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
