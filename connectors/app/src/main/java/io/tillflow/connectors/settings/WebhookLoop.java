package io.tillflow.connectors.settings;

import io.tillflow.connectors.database.SchemaMigration;
import io.tillflow.connectors.provider.sandbox.WebhookDelivery;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Sends the sandbox's webhooks: at once when there is a new one, twice a second otherwise. */
@Component
class WebhookLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(WebhookLoop.class);
    private static final long IDLE_MS = 500;

    private final WebhookDelivery delivery;
    private final SchemaMigration schema;
    private final WebhookBell bell;
    private volatile boolean running;
    private volatile Thread loop = Thread.ofVirtual().unstarted(() -> {});

    WebhookLoop(WebhookDelivery delivery, SchemaMigration schema, WebhookBell bell) {
        this.delivery = delivery;
        this.schema = schema;
        this.bell = bell;
    }

    @Override
    public void start() {
        running = true;
        loop = Thread.ofPlatform().name("webhooks").start(this::run);
    }

    private void run() {
        running &= schema.await();
        while (running) {
            try {
                delivery.deliverDue();
            } catch (DataAccessException | TransactionException e) {
                log.debug("webhooks rest while the database is away", e);
            }
            rest();
        }
    }

    private void rest() {
        try {
            if (bell.rung().tryAcquire(IDLE_MS, TimeUnit.MILLISECONDS)) {
                bell.rung().drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        loop.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
