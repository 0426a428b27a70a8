package io.tillflow.connectors.schedules;

import io.tillflow.connectors.database.SchemaMigration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks twice a second what is due. */
@Component
class ScheduleClock {
    private static final Logger log = LoggerFactory.getLogger(ScheduleClock.class);

    private final Schedules schedules;
    private final SchemaMigration schema;

    ScheduleClock(Schedules schedules, SchemaMigration schema) {
        this.schedules = schedules;
        this.schema = schema;
    }

    @Scheduled(fixedDelay = 500)
    void look() {
        if (!schema.done()) {
            return;
        }
        try {
            schedules.fireDue();
        } catch (DataAccessException | TransactionException e) {
            log.debug("schedules wait for the database; what is missed meanwhile goes by their policy", e);
        }
    }
}
