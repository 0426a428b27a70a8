package io.tillflow.connectors.hooks;

import io.tillflow.connectors.database.SchemaMigration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Forgets calls of webhooks after a week: payloads may name people. */
@Component
class OldDeliveries {
    private static final Logger log = LoggerFactory.getLogger(OldDeliveries.class);

    private final Deliveries deliveries;
    private final SchemaMigration schema;

    OldDeliveries(Deliveries deliveries, SchemaMigration schema) {
        this.deliveries = deliveries;
        this.schema = schema;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 90_000)
    void forget() {
        if (!schema.done()) {
            return;
        }
        try {
            deliveries.forgetTheOld();
        } catch (DataAccessException | TransactionException e) {
            log.debug("old calls of webhooks are forgotten later", e);
        }
    }
}
