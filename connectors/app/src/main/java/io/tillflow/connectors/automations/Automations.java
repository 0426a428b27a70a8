package io.tillflow.connectors.automations;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What people decide about automations. */
@Service
public class Automations {
    private static final Logger log = LoggerFactory.getLogger(Automations.class);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final AutomationList list;
    private final Allowances allowances;
    private final ApplicationEventPublisher listeners;
    private final Days days;

    Automations(
            JdbcClient database,
            TransactionTemplate transaction,
            AutomationList list,
            Allowances allowances,
            ApplicationEventPublisher listeners) {
        this.database = database;
        this.transaction = transaction;
        this.list = list;
        this.allowances = allowances;
        this.listeners = listeners;
        this.days = allowances.days();
    }

    /** No message begins a process of this id. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown(String id) {
            super("no deployed process '" + id
                    + "' is begun by a message; a new one appears seconds after its deployment");
        }
    }

    /** Cannot be done as things stand. */
    static final class NotNow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotNow(String why) {
            super(why);
        }
    }

    public List<Automation> all() {
        return list.all();
    }

    public Automation one(String id) {
        return list.all().stream()
                .filter(automation -> automation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Unknown(id));
    }

    /** From now on; instances under way go on as they began. */
    public Automation change(String id, AutomationState state, @Nullable String reason, String by) {
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        if (by.isBlank()) {
            throw new IllegalArgumentException("by must be given");
        }
        if (why == null && (state == AutomationState.PAUSED || state == AutomationState.OFF)) {
            throw new IllegalArgumentException(
                    "reason must be given: whoever finds it " + state.word() + " wants to know");
        }
        transaction.executeWithoutResult(status -> {
            Limits limits = lock(id);
            if (state == AutomationState.ON) {
                allowances.exhausted(id, limits).ifPresent(reached -> {
                    throw new NotNow("it " + reached + ": raise the limit, or switch it on after midnight");
                });
            }
            database.sql("""
                    update connectors.automation set state = :state, reason = :reason, changed_at = :now, changed_by = :by
                     where process_id = :process
                    """)
                    .param("process", id)
                    .param("state", state.name())
                    .param("reason", why)
                    .param("now", Timestamp.from(days.now()))
                    .param("by", by)
                    .update();
        });
        log.info("automation {} is {} by {}", id, state.word(), by);
        listeners.publishEvent(new AutomationChanged(id));
        return one(id);
    }

    /** Counts from today's midnight on, also what was done before the limit was set. */
    public Automation limit(String id, Limits limits) {
        transaction.executeWithoutResult(status -> {
            lock(id);
            database.sql("""
                    update connectors.automation
                       set messages_per_day = :messages, spend_per_day = :spend, spend_currency = :currency where process_id = :process
                    """)
                    .param("process", id)
                    .param("messages", limits.messagesPerDay())
                    .param("spend", limits.spendPerDay())
                    .param("currency", limits.currency())
                    .update();
        });
        return one(id);
    }

    /** Sends all that came while it was off on its way now, oldest first; says how many. */
    public int publishUnwanted(String id) {
        int again = transaction.execute(status -> {
            lock(id);
            Optional<String> shut =
                    database.sql("""
                    select t.message from connectors.automation_trigger t join connectors.trigger_state s using (message)
                     where t.process_id = :process and s.strictness >= 2 order by 1 limit 1
                    """).param("process", id).query(String.class).optional();
            shut.ifPresent(message -> {
                throw new NotNow(
                        "the events of " + message
                                + " would be set aside again: first switch on, or to a dry run, every automation that it begins");
            });
            return database.sql("""
                    update connectors.inbox set state = 'RECEIVED', next_attempt_at = :now, ended_at = null, problem = null
                     where state = 'UNWANTED' and type in (select message from connectors.automation_trigger where process_id = :process)
                    """)
                    .param("process", id)
                    .param("now", Timestamp.from(days.now()))
                    .update();
        });
        listeners.publishEvent(new AutomationChanged(id));
        return again;
    }

    private Limits lock(String id) {
        return database.sql("""
                select messages_per_day, spend_per_day, spend_currency as currency from connectors.automation a
                 where process_id = :process
                   and exists (select from connectors.automation_trigger t where t.process_id = a.process_id) for update of a
                """)
                .param("process", id)
                .query(Limits.class)
                .optional()
                .orElseThrow(() -> new Unknown(id));
    }
}
