package io.tillflow.connectors.messaging.mailbox;

import io.tillflow.connectors.provider.Page;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The letters that arrived. */
public final class Mailbox {
    private final JdbcClient database;
    private final Clock clock;

    public Mailbox(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A letter in a list. */
    public record Received(long id, String messageId, String from, String to, String subject, Instant receivedAt) {}

    /** A letter to read. */
    public record Opened(
            long id,
            String messageId,
            String from,
            String to,
            String subject,
            @Nullable String text,
            @Nullable String html,
            Instant receivedAt) {}

    /** A letter on its way in. */
    record Incoming(
            String messageId,
            String from,
            String to,
            String subject,
            @Nullable String text,
            @Nullable String html) {}

    void keep(Incoming letter) {
        database.sql("""
                insert into connectors.mailbox (message_id, sender, recipient, subject, text, html, received_at)
                values (:messageId, :from, :to, :subject, :text, :html, :now)
                """)
                .param("messageId", letter.messageId())
                .param("from", letter.from())
                .param("to", letter.to())
                .param("subject", letter.subject())
                .param("text", letter.text())
                .param("html", letter.html())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    public boolean holds(String messageId) {
        return database.sql("select exists (select from connectors.mailbox where message_id = :messageId)")
                .param("messageId", messageId)
                .query(Boolean.class)
                .single();
    }

    public Page<Received> list(@Nullable String to, Page.Request request) {
        return Page.of(
                database.sql("""
                        select seq as id, message_id, sender as "from", recipient as "to", subject, received_at
                          from connectors.mailbox
                         where seq > :after and (cast(:to as text) is null or recipient ilike '%' || :to || '%')
                         order by seq limit :limit
                        """)
                        .param("after", request.after())
                        .param("to", to)
                        .param("limit", request.limitPlusOne())
                        .query(Received.class)
                        .list(),
                request.limit(),
                Received::id);
    }

    public Optional<Opened> open(long id) {
        return database.sql("""
                select seq as id, message_id, sender as "from", recipient as "to", subject, text, html, received_at
                  from connectors.mailbox where seq = :id
                """).param("id", id).query(Opened.class).optional();
    }
}
