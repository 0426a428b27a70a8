package io.tillflow.studio.platform;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Knows whether the database can be used; migrates it as soon as it can be reached. */
@Component
public class Database {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** The schema is there: whatever must be in it at the first start can be put there now. */
    public record Migrated() {}

    private final DataSource source;
    private final ObjectProvider<Flyway> flyway;
    private final ApplicationEventPublisher events;
    private final AtomicBoolean migrated = new AtomicBoolean();
    private volatile boolean reachable;

    Database(DataSource source, ObjectProvider<Flyway> flyway, ApplicationEventPublisher events) {
        this.source = source;
        this.flyway = flyway;
        this.events = events;
    }

    /** Whether pages that need data can be shown. */
    public boolean ready() {
        return reachable && migrated.get();
    }

    @Scheduled(fixedDelay = 1000)
    void look() {
        boolean now = answers();
        if (now != reachable) {
            LOG.info(now ? "the database answers" : "the database is away");
        }
        reachable = now;
        if (now && !migrated.get()) {
            migrate();
        }
    }

    private void migrate() {
        try {
            flyway.getObject().migrate();
            events.publishEvent(new Migrated());
            migrated.set(true);
        } catch (RuntimeException failure) {
            LOG.warn("the schema could not be prepared, trying again: {}", failure.getMessage());
        }
    }

    private boolean answers() {
        try (var connection = source.getConnection()) {
            return connection.isValid(2);
        } catch (java.sql.SQLException away) {
            return false;
        }
    }
}
