package io.tillflow.connectors.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the broker's history says about our messages; it may be away or behind. */
@Repository
class History {
    /** Correlations follow their message within one flush of the exporter. */
    private static final Duration FLUSH = Duration.ofSeconds(5);

    private final JdbcClient database;
    private final Clock clock;

    History(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A message that the broker once had. */
    record KnownMessage(long key, Instant deadline) {}

    /** Empty when history does not know the message; throws {@link DataAccessException} when history cannot be asked. */
    Optional<KnownMessage> find(Outgoing event) {
        return database.sql("""
                select key, deadline from history.message
                 where message_id = :id and name = :type and correlation_key = :subject
                 order by key desc limit 1
                """)
                .param("id", event.id())
                .param("type", event.type())
                .param("subject", event.subject())
                .query(KnownMessage.class)
                .optional();
    }

    boolean knows(long messageKey) {
        return database.sql("select exists (select from history.message where key = :key)")
                .param("key", messageKey)
                .query(Boolean.class)
                .single();
    }

    /** Gives their keys to messages that the broker knew already. */
    void findKeys() {
        database.sql("""
                update connectors.inbox i set message_key = m.key
                  from history.message m
                 where i.state = 'PUBLISHED' and i.message_key is null
                   and m.message_id = i.id and m.name = i.type and m.correlation_key = i.subject
                """).update();
    }

    /** Marks what an automation heard. */
    int settleHeard(Instant publishedSince) {
        return database.sql("""
                update connectors.inbox i
                   set state = 'DONE', ended_at = :now,
                       process_instance_key = (select min(c.process_instance_key) from history.message_correlation c
                                                where c.message_key = i.message_key)
                 where i.state = 'PUBLISHED' and i.published_at >= :since
                   and exists (select from history.message_correlation c where c.message_key = i.message_key)
                """)
                .param("now", now())
                .param("since", Timestamp.from(publishedSince))
                .update();
    }

    /**
     * Marks what nobody heard while the broker kept it.
     *
     * @param starts nobody comes to listen to these later: what was not heard at once never will be
     */
    int settleUnheard(Set<String> starts) {
        return database.sql("""
                update connectors.inbox i set state = 'UNHEARD', ended_at = :now
                 where i.state = 'PUBLISHED'
                   and (i.type in (:starts) or i.expires_at <= :now)
                   and exists (select from history.message m
                                where m.key = i.message_key
                                  and (m.state = 'EXPIRED'
                                       or i.type in (:starts)
                                          and exists (select from history.export_position p where p.record_time > m.published_at + :flush)))
                   and not exists (select from history.message_correlation c where c.message_key = i.message_key)
                """.replace(":flush", "interval '" + FLUSH.toSeconds() + " seconds'"))
                .param("now", now())
                .param("starts", starts)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
