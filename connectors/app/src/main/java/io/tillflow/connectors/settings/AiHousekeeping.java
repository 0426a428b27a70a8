package io.tillflow.connectors.settings;

import io.tillflow.connectors.ai.CallBook;
import io.tillflow.connectors.ai.Replies;
import io.tillflow.connectors.database.SchemaMigration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Forgets answers that are too old to be given again, and calls nobody looks back at. */
@Component
class AiHousekeeping {
    private static final Logger log = LoggerFactory.getLogger(AiHousekeeping.class);

    private final Replies replies;
    private final CallBook book;
    private final SchemaMigration schema;

    AiHousekeeping(Replies replies, CallBook book, SchemaMigration schema) {
        this.replies = replies;
        this.book = book;
        this.schema = schema;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 120_000)
    void forget() {
        if (!schema.done()) {
            return;
        }
        try {
            replies.forgetTheOld();
            book.forgetTheOld();
        } catch (DataAccessException | TransactionException e) {
            log.debug("old answers of language models are forgotten later", e);
        }
    }
}
