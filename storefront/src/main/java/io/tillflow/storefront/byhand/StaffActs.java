package io.tillflow.storefront.byhand;

import io.tillflow.storefront.byhand.StaffAct.Kind;
import io.tillflow.storefront.byhand.StaffAct.Way;
import io.tillflow.storefront.database.Notifications;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that staff did by hand. Each change is announced as one of its order. */
@Repository
public class StaffActs {
    private static final String COLUMNS =
            "select id, order_id, return_id, kind, author, asked_at, way, outcome, ended_at from staff_act ";

    private final JdbcClient jdbc;
    private final Clock clock;

    StaffActs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The oldest first. */
    public List<StaffAct> of(UUID orderId) {
        return jdbc.sql(COLUMNS + "where order_id = :id order by asked_at, id")
                .param("id", orderId)
                .query(StaffAct.class)
                .list();
    }

    Optional<StaffAct> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query(StaffAct.class)
                .optional();
    }

    void note(UUID id, UUID orderId, @Nullable UUID returnId, Kind kind, String author) {
        jdbc.sql("""
                insert into staff_act (id, order_id, return_id, kind, author, asked_at)
                values (:id, :order, :return, :kind, :author, :now)""")
                .param("id", id)
                .param("order", orderId)
                .param("return", returnId)
                .param("kind", kind.name())
                .param("author", author)
                .param("now", now())
                .update();
    }

    /** Whether it is news: what was done stays done. */
    boolean settle(UUID id, Way way, String outcome) {
        List<String> changed = jdbc.sql("""
                with settled as (
                    update staff_act set way = :way, outcome = :outcome, ended_at = case when :way in ('HAND', 'REFUSED') then cast(:now as timestamptz) end
                    where id = :id and way <> 'HAND' and (way, outcome) <> (:way, :outcome) returning order_id)
                select pg_notify(:channel, order_id::text) from settled""")
                .param("id", id)
                .param("way", way.name())
                .param("outcome", outcome)
                .param("now", now())
                .param("channel", Notifications.ORDERS)
                .query((row, n) -> "told")
                .list();
        return !changed.isEmpty();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
