package io.tillflow.studio.platform;

import io.tillflow.engine.Broker;
import io.tillflow.engine.CommandFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Knows whether the broker answered lately. */
@Component
public class Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final Broker broker;
    private volatile boolean answers;

    Engine(Broker broker) {
        this.broker = broker;
    }

    /** Whether commands have a chance now. */
    public boolean answers() {
        return answers;
    }

    @Scheduled(fixedDelay = 3000)
    void look() {
        boolean now = isHealthy();
        if (now != answers) {
            LOG.info(now ? "the broker answers" : "the broker is away");
        }
        answers = now;
    }

    private boolean isHealthy() {
        try {
            return broker.health().healthy();
        } catch (CommandFailed away) {
            return false;
        }
    }
}
