package io.tillflow.storefront.database;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what nobody needs any more; above all addresses that were typed and never became an order. */
@Component
public class Housekeeping {
    private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);
    private static final Map<String, Duration> FORGET = new LinkedHashMap<>();

    static {
        FORGET.put("delete from answered where at < :before", Duration.ofDays(7));
        FORGET.put("delete from outbox where delivered_at < :before", Duration.ofDays(30));
        FORGET.put(
                "delete from draft_order d where updated_at < :before and not exists"
                        + " (select from orders o where o.checkout_id = d.checkout_id)",
                Duration.ofDays(90));
        FORGET.put("""
                with over as (
                    select d.id, d.author, d.note, o.id as order_id from draft_order d
                    join orders o on o.checkout_id = d.checkout_id
                    where d.updated_at < :before and (d.details <> '{}' or d.note <> '')
                ), kept as (
                    insert into order_note (id, order_id, author, body, written_at)
                    select id, order_id, author, note, cast(:before as timestamptz) from over where btrim(note) <> '' on conflict (id) do nothing
                )
                update draft_order d set details = '{}', note = '' from over where d.id = over.id""", Duration.ofDays(1));
        FORGET.put(
                "update draft_order set checkout_id = null where checkout_id in (select id from checkout"
                        + " where state = 'EXPIRED' and expires_at < :before)",
                Duration.ofDays(7));
        FORGET.put("delete from checkout where state = 'EXPIRED' and expires_at < :before", Duration.ofDays(7));
        FORGET.put(
                "update checkout set details = null where details is not null and state = 'PLACED'"
                        + " and expires_at < :before",
                Duration.ofDays(30));
        FORGET.put("delete from cart where touched_at < :before", Duration.ofDays(90));
        FORGET.put("delete from wish_list where touched_at < :before and account_id is null", Duration.ofDays(90));
        FORGET.put("delete from account_session where expires_at < :before", Duration.ZERO);
        FORGET.put("delete from account_letter where asked_at < :before", Duration.ofDays(30));
        FORGET.put("delete from throttle where started_at < :before", Duration.ofDays(1));
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Housekeeping(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT6H")
    void tidy() {
        try {
            forget();
        } catch (DataAccessException e) {
            log.debug("tidied up when the database is back", e);
        }
    }

    /** Answers how many rows were forgotten. */
    public int forget() {
        int rows = 0;
        for (Map.Entry<String, Duration> entry : FORGET.entrySet()) {
            rows += jdbc.sql(entry.getKey())
                    .param("before", Timestamp.from(clock.instant().minus(entry.getValue())))
                    .update();
        }
        return rows;
    }
}
