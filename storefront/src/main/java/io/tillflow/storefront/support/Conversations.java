package io.tillflow.storefront.support;

import io.tillflow.storefront.database.Notifications;
import io.tillflow.storefront.support.SupportMessage.Author;
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

/** All questions and what was said about them. Each change is announced as one of its order. */
@Repository
public class Conversations {
    private static final String REQUESTS = """
            select id, order_id, state, topic, sorted, urgent, asked_at, updated_at,
                (select count(*) from support_message m where m.request_id = r.id and m.author <> 'SHOPPER') as answers
            from support_request r
            """;
    private static final String MESSAGES =
            "select m.seq, m.id, m.request_id, m.author, m.name, m.body, m.written_at from support_message m ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Conversations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All that was said about an order, in order. */
    public List<SupportMessage> of(UUID orderId) {
        return jdbc.sql(MESSAGES
                        + "join support_request r on r.id = m.request_id where r.order_id = :id order by m.seq")
                .param("id", orderId)
                .query(SupportMessage.class)
                .list();
    }

    public Optional<SupportMessage> message(UUID id) {
        return jdbc.sql(MESSAGES + "where m.id = :id")
                .param("id", id)
                .query(SupportMessage.class)
                .optional();
    }

    /** The questions of an order, the oldest first. */
    public List<SupportRequest> requests(UUID orderId) {
        return jdbc.sql(REQUESTS + "where order_id = :id order by asked_at, id")
                .param("id", orderId)
                .query(SupportRequest.class)
                .list();
    }

    public Optional<SupportRequest> latest(UUID orderId) {
        return requests(orderId).reversed().stream().findFirst();
    }

    public Optional<SupportRequest> find(UUID id) {
        return jdbc.sql(REQUESTS + "where id = :id")
                .param("id", id)
                .query(SupportRequest.class)
                .optional();
    }

    /** Of every order, the newest first, from behind that one on. */
    public List<SupportRequest> page(@Nullable SupportState state, @Nullable Instant before, UUID id, int most) {
        return jdbc.sql(REQUESTS + """
                        where (cast(:state as text) is null or state = :state)
                          and (cast(:before as timestamptz) is null or (asked_at, id) < (:before, :id))
                        order by asked_at desc, id desc limit :most""")
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("before", before == null ? null : Timestamp.from(before), Types.TIMESTAMP)
                .param("id", id)
                .param("most", most)
                .query(SupportRequest.class)
                .list();
    }

    /** How many messages a shopper has written about an order since then. */
    int written(UUID orderId, Instant since) {
        return jdbc.sql("""
                select count(*) from support_message m join support_request r on r.id = m.request_id
                where r.order_id = :id and m.author = 'SHOPPER' and m.written_at > :since""")
                .param("id", orderId)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    void open(SupportRequest asked) {
        jdbc.sql("""
                insert into support_request (id, order_id, state, topic, urgent, asked_at, updated_at)
                values (:id, :order, :state, :topic, :urgent, :at, :at)""")
                .param("id", asked.id())
                .param("order", asked.orderId())
                .param("state", asked.state().name())
                .param("topic", asked.topic())
                .param("urgent", asked.urgent())
                .param("at", Timestamp.from(asked.askedAt()))
                .update();
    }

    /** Answers the number of what was said. */
    long say(SupportRequest request, UUID id, Author author, String name, String body) {
        long seq = jdbc.sql("""
                insert into support_message (id, request_id, author, name, body, written_at)
                values (:id, :request, :author, :name, :body, :now) returning seq""")
                .param("id", id)
                .param("request", request.id())
                .param("author", author.name())
                .param("name", name)
                .param("body", body)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
        announce(request.orderId());
        return seq;
    }

    void sort(SupportRequest request, String topic, String by, String language) {
        jdbc.sql("""
                update support_request set sorted = :topic, sorted_by = :by, sorted_language = :language, sorted_at = :now
                 where id = :id
                """)
                .param("topic", topic)
                .param("by", by)
                .param("language", language)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", request.id())
                .update();
        announce(request.orderId());
    }

    void move(SupportRequest request, SupportState state) {
        jdbc.sql("update support_request set state = :state, updated_at = :now where id = :id")
                .param("state", state.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", request.id())
                .update();
        announce(request.orderId());
    }

    private void announce(UUID orderId) {
        jdbc.sql("select pg_notify(:channel, :id)")
                .param("channel", Notifications.ORDERS)
                .param("id", orderId.toString())
                .query()
                .listOfRows();
    }
}
