package io.tillflow.connectors.byhand;

import io.tillflow.connectors.gateway.BrokerPulse;
import io.tillflow.processes.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows whether an automation does what staff ask for. It may be wrong for a moment: then both do it, under one key.
 */
@Component
class Listening {
    private static final Logger log = LoggerFactory.getLogger(Listening.class);

    private final JdbcClient database;
    private final BrokerPulse broker;

    Listening(JdbcClient database, BrokerPulse broker) {
        this.database = database;
        this.broker = broker;
    }

    /** Shipping and capturing are done at once; an instance hears of them afterwards. */
    boolean takes(Act act) {
        return switch (act) {
            case Act.Ship ignored -> false;
            case Act.Capture ignored -> false;
            case Act.Keep ignored -> false;
            case Act.Changed ignored -> false;
            case Act.PayMore ignored -> false;
            case Act.ChangeOff ignored -> false;
            case Act.SendExchange ignored -> false;
            case Act.Cancel cancel -> waits(Message.ORDER_CANCEL_REQUESTED, cancel.orderId()) && broker.beats();
            case Act.Refund ignored -> begins(Message.RETURN_REQUESTED) && broker.beats();
            case Act.Answer answer ->
                (answer.open() ? waits(Message.SUPPORT_ANSWERED, answer.requestId()) : begins(Message.SUPPORT_WRITTEN))
                        && broker.beats();
        };
    }

    /** An instance that acts, not one that only tries out. */
    private boolean waits(String message, String subject) {
        try {
            return database.sql("""
                    select exists (
                        select from history.message_subscription s
                         where s.kind = 'CATCH' and s.state = 'OPEN' and s.name = :message and s.correlation_key = :subject
                           and not exists (select from history.variable v
                                            where v.process_instance_key = s.process_instance_key and v.name = 'dryRun' and v.value = 'true'))
                    """)
                    .param("message", message)
                    .param("subject", subject)
                    .query(Boolean.class)
                    .single();
        } catch (DataAccessException e) {
            log.info("nobody knows whether {} waits for {} while history is away", subject, message);
            return false;
        }
    }

    private boolean begins(String message) {
        return database.sql(
                        "select exists (select from connectors.trigger_state where message = :message and strictness = 0)")
                .param("message", message)
                .query(Boolean.class)
                .single();
    }
}
