package io.tillflow.connectors.settings;

import io.tillflow.connectors.data.tables.KeptPuts;
import io.tillflow.connectors.database.SchemaMigration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Forgets what puts of rows came to once nobody repeats them any more. */
@Component
class FilesHousekeeping {
    private static final Logger log = LoggerFactory.getLogger(FilesHousekeeping.class);

    private final KeptPuts puts;
    private final SchemaMigration schema;

    FilesHousekeeping(KeptPuts puts, SchemaMigration schema) {
        this.puts = puts;
        this.schema = schema;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 180_000)
    void forget() {
        if (!schema.done()) {
            return;
        }
        try {
            puts.forgetTheOld();
        } catch (DataAccessException | TransactionException e) {
            log.debug("old puts of rows are forgotten later", e);
        }
    }
}
