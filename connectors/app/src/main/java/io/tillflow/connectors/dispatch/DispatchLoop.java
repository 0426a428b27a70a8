package io.tillflow.connectors.dispatch;

import io.tillflow.connectors.deployment.ModelDeployment;
import io.tillflow.connectors.intake.Inbox;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Keeps the dispatcher going: at once when an event arrives, twice a second otherwise. */
@Component
class DispatchLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DispatchLoop.class);
    private static final long IDLE_MS = 500;
    private static final long AWAY_MS = 1_000;

    /** How long the first event waits for company: under load one claim then takes many. */
    private static final Duration GATHER = Duration.ofMillis(10);

    private final Dispatcher dispatcher;
    private final ModelDeployment models;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread loop = Thread.ofVirtual().unstarted(() -> {});

    DispatchLoop(Dispatcher dispatcher, ModelDeployment models) {
        this.dispatcher = dispatcher;
        this.models = models;
    }

    @EventListener
    void hear(Inbox.EventsArrived arrived) {
        work.release();
    }

    @Override
    public void start() {
        running = true;
        loop = Thread.ofPlatform().name("dispatcher").start(this::run);
    }

    private void run() {
        if (!models.await()) {
            return;
        }
        boolean away = false;
        while (running) {
            try {
                dispatcher.round(work::release);
                away = false;
                rest(IDLE_MS);
            } catch (DataAccessException | TransactionException e) {
                if (!away) {
                    log.warn("the inbox cannot be read; trying again until it can: {}", e.getMessage());
                }
                away = true;
                rest(AWAY_MS);
            }
        }
    }

    private void rest(long millis) {
        try {
            if (work.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                LockSupport.parkNanos(GATHER.toNanos());
                work.drainPermits();
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
