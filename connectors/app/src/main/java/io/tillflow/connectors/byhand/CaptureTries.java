package io.tillflow.connectors.byhand;

import java.sql.Timestamp;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the tries to take an order's money: a refused key would only repeat its refusal. */
@Repository
class CaptureTries {
    private static final Logger log = LoggerFactory.getLogger(CaptureTries.class);

    private final JdbcClient database;
    private final Clock clock;

    CaptureTries(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The one that the automation is at, or the one after the last that staff made. */
    int next(String orderId) {
        return Math.max(afterOurs(orderId), ofTheAutomation(orderId));
    }

    void refused(String orderId, int attempt) {
        database.sql("""
                insert into connectors.hand_refusal (order_id, attempt, at) values (:order, :attempt, :now)
                on conflict do nothing
                """)
                .param("order", orderId)
                .param("attempt", attempt)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private int afterOurs(String orderId) {
        return database.sql("select coalesce(max(attempt), 0) + 1 from connectors.hand_refusal where order_id = :order")
                .param("order", orderId)
                .query(Integer.class)
                .single();
    }

    private int ofTheAutomation(String orderId) {
        try {
            return database.sql("""
                    select coalesce(max((v.value #>> '{}')::int), 1)
                      from history.message_correlation c
                      join history.variable v on v.process_instance_key = c.process_instance_key and v.name = 'captureTry'
                     where c.kind = 'START' and c.correlation_key = :order and jsonb_typeof(v.value) = 'number'
                    """)
                    .param("order", orderId)
                    .query(Integer.class)
                    .single();
        } catch (DataAccessException e) {
            log.info("which try the automation of order {} is at is not known while history is away", orderId);
            return 1;
        }
    }
}
