package io.tillflow.connectors.automations;

import io.tillflow.connectors.database.SchemaMigration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps which messages begin which processes, as history knows it; while history is away, what was known stays. */
@Component
final class Triggers {
    private static final Logger log = LoggerFactory.getLogger(Triggers.class);

    /** A deployment's listeners may reach history a little later than the deployment itself. */
    private static final Duration AFTER_A_DEPLOYMENT = Duration.ofSeconds(10);

    private static final Duration ANYWAY = Duration.ofSeconds(30);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final SchemaMigration schema;
    private final ApplicationEventPublisher listeners;
    private final Clock clock;
    private String seen = "";
    private Instant closelyUntil = Instant.MIN;
    private Instant next = Instant.MIN;

    Triggers(
            JdbcClient database,
            TransactionTemplate transaction,
            SchemaMigration schema,
            ApplicationEventPublisher listeners,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.schema = schema;
        this.listeners = listeners;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        if (!schema.done()) {
            return;
        }
        try {
            lookIfNeeded();
        } catch (DataAccessException | TransactionException e) {
            log.debug("history cannot be asked what begins which process", e);
        }
    }

    private void lookIfNeeded() {
        Instant now = clock.instant();
        String deployed = deployed();
        if (!deployed.equals(seen)) {
            seen = deployed;
            closelyUntil = now.plus(AFTER_A_DEPLOYMENT);
        }
        if (!deployed.startsWith("0/") && (now.isBefore(closelyUntil) || !now.isBefore(next))) {
            next = now.plus(ANYWAY);
            if (read()) {
                listeners.publishEvent(new AutomationChanged(""));
            }
        }
    }

    /** Changes with each deployment and each deletion. */
    private String deployed() {
        return database.sql("""
                select count(*) || '/' || coalesce(max(key), 0) || '/' || count(deleted_at) from history.process_definition
                """).query(String.class).single();
    }

    /** Whether anything is new. */
    boolean read() {
        return transaction.execute(status -> {
            int fresh = database.sql("""
                    insert into connectors.automation (process_id)
                    select distinct bpmn_process_id from history.message_subscription where kind = 'START' and state = 'OPEN'
                    on conflict do nothing
                    """).update();
            int added = database.sql("""
                    insert into connectors.automation_trigger (process_id, message)
                    select distinct bpmn_process_id, name from history.message_subscription where kind = 'START' and state = 'OPEN'
                    on conflict do nothing
                    """).update();
            int gone = database.sql("""
                    delete from connectors.automation_trigger t
                     where not exists (select from history.message_subscription s
                                        where s.kind = 'START' and s.state = 'OPEN' and s.bpmn_process_id = t.process_id and s.name = t.message)
                    """).update();
            return fresh + added + gone > 0;
        });
    }
}
