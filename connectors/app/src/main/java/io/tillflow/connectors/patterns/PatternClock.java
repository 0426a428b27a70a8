package io.tillflow.connectors.patterns;

import io.tillflow.connectors.database.SchemaMigration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Looks every second which patterns are due to be looked at. */
@Component
class PatternClock {
    private static final Logger log = LoggerFactory.getLogger(PatternClock.class);

    private final Patterns patterns;
    private final SchemaMigration schema;

    PatternClock(Patterns patterns, SchemaMigration schema) {
        this.patterns = patterns;
        this.schema = schema;
    }

    @Scheduled(fixedDelay = 1000)
    void look() {
        if (!schema.done()) {
            return;
        }
        try {
            patterns.lookAtDue();
        } catch (DataAccessException | TransactionException e) {
            log.debug("patterns wait for the database; what is missed meanwhile goes by their policy", e);
        }
    }
}
