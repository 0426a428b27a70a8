package io.tillflow.connectors.settings;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Rung when a webhook is ready to leave. */
@Component
class WebhookBell {
    private final Semaphore rung = new Semaphore(0);

    Semaphore rung() {
        return rung;
    }

    void ring() {
        rung.release();
    }
}
