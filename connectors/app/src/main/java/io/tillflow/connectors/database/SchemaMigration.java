package io.tillflow.connectors.database;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Brings the schema up to date as soon as there is a database; the app starts without waiting for it. */
@Component
public final class SchemaMigration implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(SchemaMigration.class);
    private static final long PAUSE_MS = 1_000;

    private final Flyway flyway;
    private final CountDownLatch migrated = new CountDownLatch(1);
    private volatile Thread worker = Thread.ofVirtual().unstarted(() -> {});
    private volatile boolean running;

    SchemaMigration(Flyway flyway) {
        this.flyway = flyway;
    }

    public boolean done() {
        return migrated.getCount() == 0;
    }

    /** Waits until the schema is there; false when interrupted by the app's end. */
    public boolean await() {
        try {
            migrated.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
        worker = Thread.ofVirtual().name("schema-migration").start(this::migrate);
    }

    private void migrate() {
        boolean waiting = false;
        while (running && !done()) {
            try {
                flyway.migrate();
                registry().migrate();
                migrated.countDown();
                log.info("the schemas connectors and intelligence are up to date");
            } catch (FlywayException e) {
                if (!waiting) {
                    log.warn(
                            "the schema cannot be brought up to date yet; trying again until it can: {}",
                            e.getMessage());
                }
                waiting = true;
                pause();
            }
        }
    }

    /** The second schema that this app writes; its own history, so that each can be restored by itself. */
    private Flyway registry() {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .resourceProvider(null) // where beans are known ahead of time, it knows the other schema's scripts
                .locations("classpath:db/intelligence")
                .schemas("intelligence")
                .defaultSchema("intelligence")
                .load();
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        worker.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
