package io.tillflow.storefront.events;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes events without making anybody wait and writes them in batches. While the database is away some wait; when too many
 * do, new ones are let go: no page is worth less for that.
 */
@Component
public class EventLog {
    private static final Logger log = LoggerFactory.getLogger(EventLog.class);

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final EventWeeks weeks;
    private final EventSettings settings;
    private final BlockingQueue<ShopperEvent> waiting;
    private final AtomicLong letGo = new AtomicLong();

    EventLog(JdbcTemplate jdbc, JsonMapper json, EventWeeks weeks, EventSettings settings) {
        this.jdbc = jdbc;
        this.json = json;
        this.weeks = weeks;
        this.settings = settings;
        this.waiting = new ArrayBlockingQueue<>(settings.waiting());
    }

    public void note(ShopperEvent event) {
        if (!waiting.offer(event)) {
            letGo.incrementAndGet();
        }
    }

    @Scheduled(fixedDelayString = "${shop.events.flush-every:1s}")
    void flushNow() {
        try {
            flush();
        } catch (DataAccessException away) {
            log.debug("events wait until the database is back", away);
        }
        long lost = letGo.getAndSet(0);
        if (lost > 0) {
            log.warn("{} events were let go: more than {} waited for the database", lost, settings.waiting());
        }
    }

    @EventListener(ContextClosedEvent.class)
    void last() {
        flushNow();
    }

    /** Writes what waits; what cannot be written waits on, in its order. */
    public synchronized void flush() {
        List<ShopperEvent> batch = new ArrayList<>();
        while (waiting.drainTo(batch, settings.batch()) > 0) {
            try {
                write(batch);
            } catch (DataAccessException away) {
                batch.forEach(this::note);
                throw away;
            }
            batch.clear();
        }
    }

    private void write(List<ShopperEvent> batch) {
        batch.stream().map(ShopperEvent::at).forEach(weeks::open);
        jdbc.batchUpdate(
                "insert into shopper_event (at, visitor, kind, product, data) values (?, ?, ?, ?, cast(? as jsonb))",
                batch,
                batch.size(),
                (row, event) -> {
                    row.setTimestamp(1, Timestamp.from(event.at()));
                    row.setObject(2, event.visitor());
                    row.setString(3, event.kind().code());
                    row.setString(4, event.product());
                    row.setString(5, json.writeValueAsString(event.data()));
                });
    }

    /** Products a visitor looked at, put aside or bought, each once, the latest first. */
    public List<String> interests(UUID visitor, int most) {
        return jdbc.queryForList("""
                select product from reporting_interest where visitor = ?
                group by product order by max(at) desc limit ?""", String.class, visitor, most);
    }

    /** Somebody took back what they agreed to: what was kept goes, also what waits. */
    public void forget(UUID visitor) {
        waiting.removeIf(event -> event.visitor().equals(visitor));
        jdbc.update("delete from shopper_event where visitor = ?", visitor);
    }

    /** What a browser did becomes the account's, when both agreed. */
    public void handOver(UUID browser, UUID account) {
        flush();
        jdbc.update("update shopper_event set visitor = ? where visitor = ?", account, browser);
    }

    /** A small map that keeps its order, for what an event says. */
    public static Map<String, Object> data(String key, Object value) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(key, value);
        return data;
    }
}
