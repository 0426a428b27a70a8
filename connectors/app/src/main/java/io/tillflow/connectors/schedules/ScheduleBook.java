package io.tillflow.connectors.schedules;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Schedules as they are kept. */
@Repository
class ScheduleBook {
    private static final String COLUMNS =
            "id, cron, zone, misfire, message, data::text as data, paused, next_due, last_due, left_out, changed_at, changed_by";

    private final JdbcClient database;

    ScheduleBook(JdbcClient database) {
        this.database = database;
    }

    List<Schedule> all() {
        return database.sql("select " + COLUMNS + " from connectors.schedule order by id")
                .query(Schedule.class)
                .list();
    }

    Optional<Schedule> find(String id) {
        return database.sql("select " + COLUMNS + " from connectors.schedule where id = :id")
                .param("id", id)
                .query(Schedule.class)
                .optional();
    }

    /** One that is due and that nobody else sees to now; it is ours until the transaction ends. */
    Optional<Schedule> takeDue(Instant now) {
        return database.sql(
                        "select " + COLUMNS
                                + " from connectors.schedule where next_due <= :now order by next_due limit 1 for update skip locked")
                .param("now", Timestamp.from(now))
                .query(Schedule.class)
                .optional();
    }

    /** Puts it in the place of one with the same id; when that was due last and what it left out is kept. */
    void put(Schedule schedule) {
        database.sql("""
                insert into connectors.schedule (id, cron, zone, misfire, message, data, paused, next_due, changed_at, changed_by)
                values (:id, :cron, :zone, :misfire, :message, cast(:data as jsonb), :paused, :next, :now, :by)
                on conflict (id) do update
                   set cron = excluded.cron, zone = excluded.zone, misfire = excluded.misfire, message = excluded.message, data = excluded.data,
                       paused = excluded.paused, next_due = excluded.next_due, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                """)
                .param("id", schedule.id())
                .param("cron", schedule.cron())
                .param("zone", schedule.zone())
                .param("misfire", schedule.misfire())
                .param("message", schedule.message())
                .param("data", schedule.data())
                .param("paused", schedule.paused())
                .param("next", timestamp(schedule.nextDue()))
                .param("now", Timestamp.from(schedule.changedAt()))
                .param("by", schedule.changedBy())
                .update();
    }

    void wasDue(String id, Instant last, @Nullable Instant next, long leftOut) {
        database.sql("""
                update connectors.schedule set next_due = :next, last_due = :last, left_out = left_out + :leftOut where id = :id
                """)
                .param("id", id)
                .param("next", timestamp(next))
                .param("last", Timestamp.from(last))
                .param("leftOut", leftOut)
                .update();
    }

    boolean delete(String id) {
        return database.sql("delete from connectors.schedule where id = :id")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The processes that a message begins. */
    List<String> begunBy(String message) {
        return database.sql("select process_id from connectors.automation_trigger where message = :message order by 1")
                .param("message", message)
                .query(String.class)
                .list();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
