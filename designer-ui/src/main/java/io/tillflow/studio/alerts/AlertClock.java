package io.tillflow.studio.alerts;

import io.tillflow.studio.platform.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the rules looked at four times a minute, and people and automations told soon after. */
@Component
class AlertClock {

    private static final Logger LOG = LoggerFactory.getLogger(AlertClock.class);

    private final AlertRounds rounds;
    private final AlertMessages messages;
    private final AlertEvents events;
    private final Database database;

    AlertClock(AlertRounds rounds, AlertMessages messages, AlertEvents events, Database database) {
        this.rounds = rounds;
        this.messages = messages;
        this.events = events;
        this.database = database;
    }

    @Scheduled(fixedDelay = 15_000, initialDelay = 12_000)
    void look() {
        attempt(rounds::ifDue, "the rules for alerts could not be looked at, trying again: {}");
    }

    @Scheduled(fixedDelay = 5_000, initialDelay = 14_000)
    void write() {
        attempt(messages::send, "nobody could be told of alerts, trying again: {}");
        attempt(events::send, "automations could not be told of alerts, trying again: {}");
    }

    private void attempt(Runnable work, String otherwise) {
        if (!database.ready()) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.warn(otherwise, failure.getMessage());
        }
    }
}
