package io.tillflow.connectors.automations;

import io.tillflow.connectors.provider.HeldBack;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts what automations do a day, each effect once, and pauses one that reaches its limit. */
@Component
public class Allowances {
    /** Who paused an automation that reached a limit. */
    static final String BY_LIMIT = "limit";

    private static final Logger log = LoggerFactory.getLogger(Allowances.class);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher listeners;
    private final Days days;

    Allowances(JdbcClient database, TransactionTemplate transaction, ApplicationEventPublisher listeners, Days days) {
        this.database = database;
        this.transaction = transaction;
        this.listeners = listeners;
        this.days = days;
    }

    /** What came of asking. */
    private record Verdict(Optional<String> refusal, Optional<String> paused) {
        static final Verdict FINE = new Verdict(Optional.empty(), Optional.empty());
    }

    /**
     * Takes an effect into account before it happens; the same one again costs nothing more.
     *
     * @throws HeldBack when it is more than the day allows
     */
    public void take(String processId, String effect, Cost cost) {
        Verdict verdict = transaction.execute(status -> weigh(processId, effect, cost));
        verdict.paused().ifPresent(reason -> {
            log.warn("automation {} is paused: it {}", processId, reason);
            listeners.publishEvent(new AutomationChanged(processId));
        });
        verdict.refusal().ifPresent(reason -> {
            throw new HeldBack("automation " + processId + " " + reason, LOOK_AGAIN);
        });
    }

    Days days() {
        return days;
    }

    private Verdict weigh(String processId, String effect, Cost cost) {
        Optional<Limits> limits = database.sql("""
                select messages_per_day, spend_per_day, spend_currency as currency from connectors.automation
                 where process_id = :process and (messages_per_day is not null or spend_per_day is not null) for update
                """)
                .param("process", processId)
                .query(Limits.class)
                .optional();
        if (limits.isEmpty()) {
            write(processId, effect, cost);
            return Verdict.FINE;
        }
        long before = today(processId, cost);
        Optional<String> refusal = limits.get().exceededBy(cost, before);
        if (refusal.isPresent() && !taken(processId, effect, cost.kind())) {
            return new Verdict(refusal, pause(processId, refusal.get()));
        }
        if (write(processId, effect, cost)) {
            Optional<String> reached = limits.get().reachedBy(cost.kind(), before + cost.amount());
            return new Verdict(Optional.empty(), reached.flatMap(reason -> pause(processId, reason)));
        }
        return Verdict.FINE;
    }

    /** Why an automation can do nothing more today; empty when it can. */
    Optional<String> exhausted(String processId, Limits limits) {
        return limits.reachedBy(Cost.Kind.MESSAGE, today(processId, Cost.ONE_MESSAGE))
                .or(() -> limits.currency() == null
                        ? Optional.empty()
                        : limits.reachedBy(Cost.Kind.SPEND, today(processId, Cost.money(0, limits.currency()))));
    }

    private long today(String processId, Cost cost) {
        return database.sql("""
                select coalesce(sum(amount), 0) from connectors.automation_use
                 where process_id = :process and day = :day and kind = :kind and currency = :currency
                """)
                .param("process", processId)
                .param("day", days.today())
                .param("kind", cost.kind().name())
                .param("currency", cost.currency())
                .query(Long.class)
                .single();
    }

    private boolean taken(String processId, String effect, Cost.Kind kind) {
        return database.sql("""
                select exists (select from connectors.automation_use
                                where process_id = :process and effect = :effect and kind = :kind)
                """)
                .param("process", processId)
                .param("effect", effect)
                .param("kind", kind.name())
                .query(Boolean.class)
                .single();
    }

    private boolean write(String processId, String effect, Cost cost) {
        return database.sql("""
                insert into connectors.automation_use (process_id, effect, kind, day, amount, currency, used_at)
                values (:process, :effect, :kind, :day, :amount, :currency, :now) on conflict do nothing
                """)
                        .param("process", processId)
                        .param("effect", effect)
                        .param("kind", cost.kind().name())
                        .param("day", days.today())
                        .param("amount", cost.amount())
                        .param("currency", cost.currency())
                        .param("now", Timestamp.from(days.now()))
                        .update()
                == 1;
    }

    /** The reason, if it was not paused or off already. */
    private Optional<String> pause(String processId, String reason) {
        int paused = database.sql("""
                update connectors.automation set state = 'PAUSED', reason = :reason, changed_by = :by, changed_at = :now
                 where process_id = :process and state in ('ON', 'DRY_RUN')
                """)
                .param("process", processId)
                .param("reason", reason)
                .param("by", BY_LIMIT)
                .param("now", Timestamp.from(days.now()))
                .update();
        return paused == 1 ? Optional.of(reason) : Optional.empty();
    }
}
