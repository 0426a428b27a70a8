package io.tillflow.connectors.automations;

import io.tillflow.connectors.database.SchemaMigration;
import java.sql.Timestamp;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Forgets what automations did, or would have done, long ago. */
@Component
final class OldDays {
    private static final Logger log = LoggerFactory.getLogger(OldDays.class);
    private static final int KEPT = 90;

    private final JdbcClient database;
    private final SchemaMigration schema;
    private final Days days;

    OldDays(JdbcClient database, SchemaMigration schema, Days days) {
        this.database = database;
        this.schema = schema;
        this.days = days;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void forget() {
        if (!schema.done()) {
            return;
        }
        try {
            database.sql("delete from connectors.automation_use where day < :day")
                    .param("day", days.today().minusDays(KEPT))
                    .update();
            database.sql("delete from connectors.dry_effect where at < :at")
                    .param("at", Timestamp.from(days.midnight().minus(Duration.ofDays(KEPT))))
                    .update();
        } catch (DataAccessException | TransactionException e) {
            log.debug("old days are forgotten later", e);
        }
    }
}
