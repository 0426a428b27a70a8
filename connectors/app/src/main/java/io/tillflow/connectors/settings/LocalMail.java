package io.tillflow.connectors.settings;

import io.tillflow.connectors.messaging.mailbox.LocalMailServer;
import io.tillflow.connectors.messaging.mailbox.Mailbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the local mailbox unless letters go to a real mail server. */
@Component
class LocalMail implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LocalMail.class);

    private final ConnectorsSettings.Smtp settings;
    private final LocalMailServer server;
    private volatile boolean running;

    LocalMail(ConnectorsSettings settings, Mailbox mailbox) {
        this.settings = settings.smtp();
        this.server = new LocalMailServer(this.settings.port(), mailbox);
    }

    @Override
    public void start() {
        running = true;
        if (settings.local()) {
            server.start();
            log.info("the local mailbox listens on 127.0.0.1:{}", server.port());
        }
    }

    @Override
    public void stop() {
        running = false;
        if (settings.local()) {
            server.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
