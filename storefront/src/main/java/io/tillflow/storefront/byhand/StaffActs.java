package io.tillflow.storefront.byhand;

import io.tillflow.storefront.byhand.StaffAct.Kind;
import io.tillflow.storefront.byhand.StaffAct.Way;
import io.tillflow.storefront.database.Notifications;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
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

    /** Longer than the connectors are waited for. */
    private static final Duration PATIENCE = Hands.PATIENCE.plusSeconds(7);

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

    /** @param id made up by who asks */
    record Noted(UUID id, UUID orderId, @Nullable UUID returnId, Kind kind, String author) {}

    /** Nobody else goes on with it while who asked may still be at it. */
    void note(Noted act) {
        jdbc.sql("""
                insert into staff_act (id, order_id, return_id, kind, author, asked_at, next_at)
                values (:id, :order, :return, :kind, :author, :now, :then)""")
                .param("id", act.id())
                .param("order", act.orderId())
                .param("return", act.returnId())
                .param("kind", act.kind().name())
                .param("author", act.author())
                .param("now", now())
                .param("then", Timestamp.from(clock.instant().plus(PATIENCE)))
                .update();
    }

    /** How it is wanted: a carrier by who named one last, a reason by who asked first. */
    void want(UUID id, Wanted wanted) {
        jdbc.sql("""
                update staff_act set carrier = coalesce(cast(:carrier as text), carrier), reason = coalesce(reason, :reason),
                    service = case when cast(:carrier as text) is null then coalesce(:service, service) else :service end,
                    at_once = :atOnce, next_at = greatest(next_at, :then) where id = :id""")
                .param("carrier", wanted.carrier(), Types.VARCHAR)
                .param("service", wanted.service(), Types.VARCHAR)
                .param("reason", wanted.reason(), Types.VARCHAR)
                .param("atOnce", wanted.atOnce())
                .param("then", Timestamp.from(clock.instant().plus(PATIENCE)))
                .param("id", id)
                .update();
    }

    Wanted wanted(UUID id) {
        return jdbc.sql("select carrier, service, reason, at_once from staff_act where id = :id")
                .param("id", id)
                .query(Wanted.class)
                .single();
    }

    /** One that the connectors were away for and whose time has come; for the caller alone, the longer it waits the longer. */
    Optional<UUID> claim() {
        return jdbc.sql("""
                with due as (select id from staff_act where way = 'WAITING' and next_at <= :now
                             order by next_at limit 1 for update skip locked)
                update staff_act a set next_at = cast(:now as timestamptz)
                    + greatest(interval '15 seconds', least(interval '1 minute', cast(:now as timestamptz) - asked_at))
                from due where a.id = due.id returning a.id""").param("now", now()).query(UUID.class).optional();
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
