package io.tillflow.connectors.dispatch;

import io.tillflow.connectors.automations.AutomationChanged;
import io.tillflow.connectors.database.SchemaMigration;
import io.tillflow.connectors.intake.Inbox.EventsArrived;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Lets waiting events go when their automation is on again: at once here, within a second in other processes. */
@Component
class Holding {
    private static final Logger log = LoggerFactory.getLogger(Holding.class);

    private final DispatchQueue queue;
    private final SchemaMigration schema;
    private final ApplicationEventPublisher listeners;

    Holding(DispatchQueue queue, SchemaMigration schema, ApplicationEventPublisher listeners) {
        this.queue = queue;
        this.schema = schema;
        this.listeners = listeners;
    }

    @EventListener
    void hear(AutomationChanged changed) {
        revise();
        listeners.publishEvent(new EventsArrived(1));
    }

    @Scheduled(fixedDelay = 1_000)
    void revise() {
        if (!schema.done()) {
            return;
        }
        try {
            int revised = queue.revise();
            if (revised > 0) {
                log.info("{} events that waited for their automation go on", revised);
                listeners.publishEvent(new EventsArrived(revised));
            }
        } catch (DataAccessException | TransactionException e) {
            log.debug("waiting events rest while the database is away", e);
        }
    }
}
