package io.tillflow.studio.alerts;

import io.tillflow.engine.history.Backlogs.Backlog;
import io.tillflow.engine.history.Stall;
import io.tillflow.engine.history.Tallies;
import io.tillflow.engine.history.Tallies.Tally;
import io.tillflow.studio.watch.Watch.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Measures what a rule is about. */
@Component
class Gauges {

    /** Older sights say nothing about now. */
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final Tallies tallies;

    Gauges(Tallies tallies) {
        this.tallies = tallies;
    }

    /** As many as the rule asks for, or more. */
    record Reading(String subject, long count, Instant since) {}

    /** All that have reached the rule's limit; empty when it cannot be told now, which is something else than none. */
    Optional<List<Reading>> read(AlertRule rule, Sight sight, Instant now) {
        Instant then = now.minus(Duration.ofMinutes(rule.minutes()));
        return switch (rule.kind()) {
            case INCIDENTS -> Optional.of(readings(tallies.incidents(then, rule.subject(), rule.threshold())));
            case SLA -> Optional.of(readings(tallies.begunBefore(then, rule.subject(), rule.threshold())));
            case STALL -> fresh(sight, now).map(it -> stalls(rule, it.stalls()));
            case BACKLOG -> fresh(sight, now).map(it -> backlogs(rule, it.backlogs(), then));
        };
    }

    private static Optional<Sight> fresh(Sight sight, Instant now) {
        return Optional.of(sight).filter(it -> it.at().isAfter(now.minus(FRESH)));
    }

    private static List<Reading> readings(List<Tally> tallies) {
        return tallies.stream()
                .map(it -> new Reading(it.processId(), it.count(), it.since()))
                .toList();
    }

    private static List<Reading> stalls(AlertRule rule, List<Stall> stalls) {
        Map<String, List<Stall>> byProcess = stalls.stream()
                .filter(it -> concerns(rule, it.processId()))
                .collect(Collectors.groupingBy(Stall::processId, TreeMap::new, Collectors.toList()));
        return byProcess.entrySet().stream()
                .map(it -> new Reading(
                        it.getKey(),
                        it.getValue().stream().mapToLong(Stall::waiting).sum(),
                        it.getValue().stream()
                                .map(Stall::since)
                                .min(Instant::compareTo)
                                .orElseThrow()))
                .filter(it -> it.count() >= rule.threshold())
                .toList();
    }

    private static List<Reading> backlogs(AlertRule rule, List<Backlog> backlogs, Instant then) {
        return backlogs.stream()
                .filter(it -> concerns(rule, it.type()) && it.open() >= rule.threshold())
                .filter(it ->
                        it.oldest().filter(oldest -> !oldest.isAfter(then)).isPresent())
                .map(it -> new Reading(it.type(), it.open(), it.oldest().orElseThrow()))
                .toList();
    }

    private static boolean concerns(AlertRule rule, String subject) {
        return rule.subject().isEmpty() || rule.subject().equals(subject);
    }
}
