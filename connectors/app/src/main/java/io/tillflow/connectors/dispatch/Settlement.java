package io.tillflow.connectors.dispatch;

import io.tillflow.connectors.database.SchemaMigration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Asks history which messages were heard; while history is away, everything stays as it is. */
@Component
class Settlement {
    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    /** Most messages are heard at once; the rest is looked at less often. */
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final History history;
    private final DispatchSettings settings;
    private final SchemaMigration schema;
    private final Clock clock;
    private boolean away;

    Settlement(History history, DispatchSettings settings, SchemaMigration schema, Clock clock) {
        this.history = history;
        this.settings = settings;
        this.schema = schema;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${tillflow.dispatch.settle-every:500ms}")
    void settleFresh() {
        settle(clock.instant().minus(FRESH));
    }

    @Scheduled(fixedDelayString = "${tillflow.dispatch.settle-all-every:10s}")
    void settleAll() {
        settle(Instant.EPOCH);
    }

    synchronized void settle(Instant publishedSince) {
        if (!schema.done()) {
            return;
        }
        try {
            history.findKeys();
            history.settleHeard(publishedSince);
            history.settleUnheard(settings.starts());
            away = false;
        } catch (DataAccessException | TransactionException e) {
            if (!away) {
                log.warn(
                        "history cannot be asked what was heard; events stay PUBLISHED until it can: {}",
                        e.getMessage());
            }
            away = true;
        }
    }
}
