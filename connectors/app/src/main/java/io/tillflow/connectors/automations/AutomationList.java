package io.tillflow.connectors.automations;

import io.tillflow.connectors.automations.Automation.Trigger;
import io.tillflow.connectors.automations.Automation.Used;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads all automations with their figures, few enough to be read at once. */
@Repository
class AutomationList {
    private static final Used NOTHING = new Used(0, Map.of());

    private final JdbcClient database;
    private final Deployed deployed;
    private final Days days;

    AutomationList(JdbcClient database, Deployed deployed, Days days) {
        this.database = database;
        this.deployed = deployed;
        this.days = days;
    }

    private record Decided(
            String processId,
            AutomationState state,
            @Nullable String reason,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            @Nullable Integer messagesPerDay,
            @Nullable Long spendPerDay,
            @Nullable String spendCurrency,
            long wouldHave) {
        Limits limits() {
            return new Limits(messagesPerDay, spendPerDay, spendCurrency);
        }
    }

    private record Begun(
            String processId,
            String message,
            int strictness,
            long waiting,
            long unwanted,
            @Nullable Instant last) {}

    private record Use(String processId, String kind, String currency, long amount) {}

    List<Automation> all() {
        Map<String, List<Begun>> begun = begun();
        Map<String, Used> used = used();
        Map<String, Deployed.Newest> newest = deployed.newest();
        Optional<Map<String, Long>> runs = deployed.runsToday();
        Map<String, List<String>> byMessage = begun.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        Begun::message, Collectors.mapping(Begun::processId, Collectors.toList())));
        return decided().stream()
                .map(one -> {
                    List<Begun> triggers = begun.getOrDefault(one.processId(), List.of());
                    Deployed.Newest version = newest.get(one.processId());
                    return new Automation(
                            one.processId(),
                            version == null ? one.processId() : deployed.name(version),
                            version == null ? 0 : version.version(),
                            triggers.stream().map(it -> trigger(it, byMessage)).toList(),
                            one.state(),
                            one.reason(),
                            one.changedAt(),
                            one.changedBy(),
                            runs.map(known -> known.getOrDefault(one.processId(), 0L))
                                    .orElse(null),
                            triggers.stream().mapToLong(Begun::waiting).sum(),
                            triggers.stream().mapToLong(Begun::unwanted).sum(),
                            triggers.stream()
                                    .map(Begun::last)
                                    .filter(Objects::nonNull)
                                    .max(Comparator.naturalOrder())
                                    .orElse(null),
                            one.wouldHave(),
                            one.limits(),
                            used.getOrDefault(one.processId(), NOTHING));
                })
                .toList();
    }

    private static Trigger trigger(Begun begun, Map<String, List<String>> byMessage) {
        return new Trigger(
                begun.message(),
                AutomationState.of(begun.strictness()),
                byMessage.getOrDefault(begun.message(), List.of()).stream()
                        .filter(other -> !other.equals(begun.processId()))
                        .toList());
    }

    private List<Decided> decided() {
        return database.sql("""
                select a.process_id, a.state, a.reason, a.changed_at, a.changed_by, a.messages_per_day, a.spend_per_day, a.spend_currency,
                       (select count(*) from connectors.dry_effect d where d.process_id = a.process_id) as would_have
                  from connectors.automation a
                 where exists (select from connectors.automation_trigger t where t.process_id = a.process_id)
                 order by a.process_id
                """).query(Decided.class).list();
    }

    private Map<String, List<Begun>> begun() {
        return database.sql("""
                select t.process_id, t.message, s.strictness,
                       (select count(*) from connectors.inbox i where i.type = t.message and i.state = 'HELD') as waiting,
                       (select count(*) from connectors.inbox i where i.type = t.message and i.state = 'UNWANTED') as unwanted,
                       (select i.received_at from connectors.inbox i where i.type = t.message order by i.seq desc limit 1) as last
                  from connectors.automation_trigger t join connectors.trigger_state s using (message)
                 order by t.process_id, t.message
                """).query(Begun.class).list().stream().collect(Collectors.groupingBy(Begun::processId));
    }

    private Map<String, Used> used() {
        return database.sql("""
                select process_id, kind, currency, sum(amount) as amount from connectors.automation_use
                 where day = :day group by 1, 2, 3
                """).param("day", days.today()).query(Use.class).list().stream()
                .collect(Collectors.groupingBy(
                        Use::processId, Collectors.collectingAndThen(Collectors.toList(), AutomationList::sum)));
    }

    private static Used sum(List<Use> uses) {
        long messages = uses.stream()
                .filter(use -> use.kind().equals(Cost.Kind.MESSAGE.name()))
                .mapToLong(Use::amount)
                .sum();
        Map<String, Long> spend = uses.stream()
                .filter(use -> use.kind().equals(Cost.Kind.SPEND.name()) && use.amount() > 0)
                .collect(Collectors.toMap(Use::currency, Use::amount, Long::sum, TreeMap::new));
        return new Used(messages, spend);
    }
}
