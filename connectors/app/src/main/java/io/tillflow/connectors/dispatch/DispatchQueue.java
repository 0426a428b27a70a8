package io.tillflow.connectors.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inbox as the dispatcher works through it. */
@Repository
class DispatchQueue {
    private final JdbcClient database;
    private final Clock clock;

    DispatchQueue(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Takes what is due and not behind an earlier event of the same subject, oldest first. What is due but would begin an
     * automation that is paused or off is set aside; what was handed over before goes on, since it may have arrived.
     *
     * <p>A claim that is not settled within {@code lease}, because its dispatcher is gone, can be taken again.
     */
    List<Outgoing> claim(int most, Duration lease) {
        Instant now = clock.instant();
        return database.sql("""
                with due as (
                     select c.seq, case c.state when 'RECEIVED' then coalesce(t.strictness, 0) else 0 end as strictness
                       from connectors.inbox c left join connectors.trigger_state t on t.message = c.type
                      where c.state in ('RECEIVED', 'PUBLISHING') and c.next_attempt_at <= :now
                        and not exists (select from connectors.inbox e
                                         where e.subject = c.subject and e.seq < c.seq and e.state in ('RECEIVED', 'HELD', 'PUBLISHING'))
                      order by c.seq limit :most for update of c skip locked),
                taken as (
                     update connectors.inbox i
                        set state = case d.strictness when 3 then 'UNWANTED' when 2 then 'HELD' else 'PUBLISHING' end,
                            dry = case i.state when 'RECEIVED' then d.strictness = 1 else i.dry end,
                            attempts = case when d.strictness < 2 then attempts + 1 else 0 end,
                            begun_at = case when d.strictness < 2 then coalesce(begun_at, :now) end,
                            ended_at = case when d.strictness = 3 then cast(:now as timestamptz) end,
                            next_attempt_at = :leaseUntil
                       from due d where d.seq = i.seq
                     returning i.*)
                select seq, id, type, subject, attempts, state = 'PUBLISHING' as goes, coalesce(begun_at, cast(:now as timestamptz)) as begun_at, fence_key,
                       case when dry then data || '{"dryRun": true}' else data - 'dryRun' end as data
                  from taken order by seq
                """)
                .param("now", Timestamp.from(now))
                .param("leaseUntil", Timestamp.from(now.plus(lease)))
                .param("most", most)
                .query(Outgoing.class)
                .list();
    }

    /**
     * The broker has the message.
     *
     * @param messageKey null when it only said that it had it before
     */
    void published(Outgoing event, @Nullable Long messageKey, Instant expiresAt) {
        database.sql("""
                update connectors.inbox
                   set state = 'PUBLISHED', published_at = :now, message_key = :messageKey, expires_at = :expiresAt, problem = null
                 where seq = :seq and state = 'PUBLISHING'
                """)
                .param("seq", event.seq())
                .param("now", Timestamp.from(clock.instant()))
                .param("messageKey", messageKey)
                .param("expiresAt", Timestamp.from(expiresAt))
                .update();
    }

    void refused(Outgoing event, String reason) {
        database.sql("""
                update connectors.inbox set state = 'REFUSED', ended_at = :now, problem = :reason
                 where seq = :seq and state = 'PUBLISHING'
                """)
                .param("seq", event.seq())
                .param("now", Timestamp.from(clock.instant()))
                .param("reason", reason)
                .update();
    }

    /** This attempt did not reach the broker; if it was the first one, the event is as good as new. */
    void notSent(Outgoing event, String reason, Duration pause) {
        if (event.attempts() > 1) {
            later(event, reason, pause);
            return;
        }
        database.sql("""
                update connectors.inbox
                   set state = 'RECEIVED', attempts = 0, begun_at = null, next_attempt_at = :next, problem = :reason
                 where seq = :seq and state = 'PUBLISHING'
                """)
                .param("seq", event.seq())
                .param("next", Timestamp.from(clock.instant().plus(pause)))
                .param("reason", reason)
                .update();
    }

    /** The outcome stays unknown: look again later. */
    void later(Outgoing event, String reason, Duration pause) {
        database.sql("""
                update connectors.inbox set next_attempt_at = :next, problem = :reason where seq = :seq and state = 'PUBLISHING'
                """)
                .param("seq", event.seq())
                .param("next", Timestamp.from(clock.instant().plus(pause)))
                .param("reason", reason)
                .update();
    }

    void fenced(Outgoing event, long fenceKey, Duration pause) {
        database.sql("""
                update connectors.inbox set fence_key = :fenceKey, next_attempt_at = :next where seq = :seq and state = 'PUBLISHING'
                """)
                .param("seq", event.seq())
                .param("fenceKey", fenceKey)
                .param("next", Timestamp.from(clock.instant().plus(pause)))
                .update();
    }

    /** History proves that the broker never had it: the event begins anew. */
    void beginAnew(Outgoing event) {
        database.sql("""
                update connectors.inbox
                   set state = 'RECEIVED', attempts = 0, begun_at = null, fence_key = null, next_attempt_at = :now
                 where seq = :seq and state = 'PUBLISHING'
                """)
                .param("seq", event.seq())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Lets go of what was set aside and need not be any longer, and gives up what an automation no longer wants.
     *
     * @return how many
     */
    int revise() {
        return database.sql("""
                with aside as (
                     select i.seq, coalesce(t.strictness, 0) as strictness
                       from connectors.inbox i left join connectors.trigger_state t on t.message = i.type
                      where i.state = 'HELD' and coalesce(t.strictness, 0) <> 2 order by i.seq for update of i)
                update connectors.inbox i
                   set state = case a.strictness when 3 then 'UNWANTED' else 'RECEIVED' end,
                       ended_at = case when a.strictness = 3 then cast(:now as timestamptz) end, next_attempt_at = :now
                  from aside a where a.seq = i.seq
                """).param("now", Timestamp.from(clock.instant())).update();
    }
}
