package io.tillflow.connectors.intake;

import io.tillflow.connectors.provider.Page;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Every event that was ever taken in, unique by source and id. */
@Repository
public class Inbox {
    private static final String VIEW = """
            select seq, source, id, type, subject, state, occurred_at, received_at, attempts, published_at, expires_at,
                   message_key, process_instance_key, dry, problem,
                   case when state = 'UNHEARD'
                        then (select earlier.process_instance_key from connectors.inbox earlier
                               where earlier.subject = inbox.subject and earlier.seq < inbox.seq and earlier.state = 'DONE'
                               order by earlier.seq desc limit 1)
                   end as earlier_instance_key
              from connectors.inbox
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;

    Inbox(JdbcClient database, TransactionTemplate transaction, ApplicationEventPublisher listeners, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.listeners = listeners;
        this.clock = clock;
    }

    /** An inbox that nobody listens to. */
    public static Inbox on(JdbcClient database, TransactionTemplate transaction, Clock clock) {
        return new Inbox(database, transaction, event -> {}, clock);
    }

    /** Whether an event was new. */
    public enum Acceptance {
        ACCEPTED,
        REPEATED
    }

    /** Told after new events are stored for good. */
    public record EventsArrived(int count) {}

    /** Stores all of the events or none; those that are known already stay as they are. */
    public List<Acceptance> accept(List<Event> events) {
        List<Acceptance> results = transaction.execute(status -> {
            List<Acceptance> accepted = new ArrayList<>();
            events.forEach(event -> accepted.add(store(event)));
            return accepted;
        });
        if (results.contains(Acceptance.ACCEPTED)) {
            listeners.publishEvent(new EventsArrived(results.size()));
        }
        return results;
    }

    /** Whether an event was taken in before. */
    public boolean knows(String source, String id) {
        return database.sql("select exists (select from connectors.inbox where source = :source and id = :id)")
                .param("source", source)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private Acceptance store(Event event) {
        Instant now = clock.instant();
        int stored = database.sql("""
                insert into connectors.inbox (source, id, type, subject, occurred_at, data, received_at, next_attempt_at)
                values (:source, :id, :type, :subject, :time, cast(:data as jsonb), :now, :now)
                on conflict (source, id) do nothing
                """)
                .param("source", event.source())
                .param("id", event.id())
                .param("type", event.type())
                .param("subject", event.subject())
                .param("time", Timestamp.from(event.time()))
                .param("data", event.data())
                .param("now", Timestamp.from(now))
                .update();
        return stored == 1 ? Acceptance.ACCEPTED : Acceptance.REPEATED;
    }

    /** Which events a reader asks for; null for all. */
    public record Filter(
            @Nullable EventState state,
            @Nullable String type,
            @Nullable String subject) {}

    public Page<EventView> list(Filter filter, Page.Request request) {
        List<EventView> rows = database
                .sql(VIEW + """
                 where seq > :after
                   and (cast(:state as text) is null or state = :state)
                   and (cast(:type as text) is null or type = :type)
                   and (cast(:subject as text) is null or subject = :subject)
                 order by seq limit :limit
                """)
                .param("after", request.after())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("type", filter.type())
                .param("subject", filter.subject())
                .param("limit", request.limitPlusOne())
                .query(EventView.Row.class)
                .list()
                .stream()
                .map(EventView.Row::view)
                .toList();
        return Page.of(rows, request.limit(), EventView::seq);
    }

    /** Where events come from: all of one source and type whose ids begin alike. */
    public record Origin(String source, String type, String idBegins) {}

    /** The newest first. */
    public List<EventView> newest(Origin origin, int most) {
        return database
                .sql(VIEW + """
                 where type = :type and source = :source and starts_with(id, :idBegins)
                 order by seq desc limit :most
                """)
                .param("type", origin.type())
                .param("source", origin.source())
                .param("idBegins", origin.idBegins())
                .param("most", most)
                .query(EventView.Row.class)
                .list()
                .stream()
                .map(EventView.Row::view)
                .toList();
    }

    /**
     * Sends an event on its way again: one that nobody heard, once the broker has let go of its message, or one that was not
     * wanted, once no automation that it begins is paused or off.
     */
    public boolean publishAgain(long seq) {
        boolean again = database.sql("""
                update connectors.inbox
                   set state = 'RECEIVED', next_attempt_at = :now, begun_at = null, fence_key = null, message_key = null,
                       ended_at = null
                 where seq = :seq
                   and (state = 'UNHEARD' and expires_at < :now
                        or state = 'UNWANTED'
                           and not exists (select from connectors.trigger_state t where t.message = inbox.type and t.strictness >= 2))
                """)
                        .param("seq", seq)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (again) {
            listeners.publishEvent(new EventsArrived(1));
        }
        return again;
    }
}
