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
     * Takes what is due and not behind an earlier event of the same subject.
     *
     * <p>A claim that is not settled within {@code lease}, because its dispatcher is gone, can be taken again.
     */
    List<Outgoing> claim(int most, Duration lease) {
        Instant now = clock.instant();
        return database.sql("""
                update connectors.inbox i
                   set state = 'PUBLISHING', attempts = attempts + 1, begun_at = coalesce(begun_at, :now), next_attempt_at = :leaseUntil
                 where i.seq in (
                       select c.seq from connectors.inbox c
                        where c.state in ('RECEIVED', 'PUBLISHING') and c.next_attempt_at <= :now
                          and not exists (select from connectors.inbox e
                                           where e.subject = c.subject and e.seq < c.seq and e.state in ('RECEIVED', 'PUBLISHING'))
                        order by c.seq limit :most for update skip locked)
                returning i.seq, i.id, i.type, i.subject, i.data, i.attempts, i.begun_at, i.fence_key
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
}
