package io.tillflow.launcher.demo;

import io.tillflow.launcher.demo.DemoReport.Counts;
import io.tillflow.launcher.demo.DemoReport.Latency;
import io.tillflow.launcher.demo.Kills.Kill;
import io.tillflow.launcher.demo.plan.Intent;
import io.tillflow.launcher.demo.plan.Outcome;
import io.tillflow.launcher.demo.proof.Comparison;
import io.tillflow.launcher.demo.proof.Facts;
import io.tillflow.launcher.demo.proof.InstanceFact;
import io.tillflow.launcher.demo.proof.OrderFact;
import io.tillflow.launcher.demo.proof.Steady;
import io.tillflow.launcher.demo.proof.StepFact;
import io.tillflow.launcher.demo.proof.Told;
import io.tillflow.launcher.demo.proof.Violation;
import io.tillflow.launcher.demo.robots.Visit;
import io.tillflow.launcher.demo.suite.Books;
import io.tillflow.launcher.demo.suite.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the books say after a run. */
final class Findings {
    private static final int READINGS = 5;
    private static final Duration BETWEEN_READINGS = Duration.ofSeconds(3);
    private static final String CONFIRMED = "send-confirmation";

    private final Books books;
    private final Set<String> emails;
    private final Instant since;
    private final Told told;
    private final List<Visit> visits;
    private final Lookout lookout;
    private final List<Violation> violations;
    private Facts facts;

    Findings(Books books, Set<String> emails, Instant since, List<Visit> visits, Lookout lookout) {
        this.books = books;
        this.emails = emails;
        this.since = since;
        this.visits = visits;
        this.lookout = lookout;
        this.told = new Told(ordered().map(visit -> visit.order().number()).toList(), emails);
        this.facts = books.of(emails, since);
        this.violations = Steady.violations(this::compare, READINGS);
    }

    private List<Violation> compare() {
        List<Violation> found = new ArrayList<>(Comparison.violations(facts, told));
        found.addAll(lookout.violations());
        if (!found.isEmpty()) {
            Pause.of(BETWEEN_READINGS);
            facts = books.of(emails, since);
        }
        return found;
    }

    Facts facts() {
        return facts;
    }

    DemoReport report(long seed, Map<Outcome, Long> expected, List<Kill> kills) {
        List<OrderFact> orders = facts.orders();
        Counts counts = new Counts(
                told.accepted().size(),
                orders.stream().filter(OrderFact::completed).count(),
                orders.stream().filter(OrderFact::cancelled).count(),
                orders.stream().filter(order -> !order.finished()).count(),
                facts.instances().stream()
                        .mapToLong(InstanceFact::openIncidents)
                        .sum(),
                Comparison.lost(violations),
                Comparison.duplicates(violations));
        return new DemoReport(
                seed,
                counts,
                latency(),
                expected,
                actual(),
                waiting(),
                violations,
                troubles(),
                kills,
                Optional.empty());
    }

    private Map<Outcome, Long> actual() {
        Map<Outcome, Long> actual = new EnumMap<>(Outcome.class);
        OutcomeOf outcome = new OutcomeOf(facts);
        facts.orders().forEach(order -> actual.merge(outcome.tell(order), 1L, Long::sum));
        long turnedAway =
                visits.stream().filter(Visit.TurnedAway.class::isInstance).count();
        long missing = visits.size() - turnedAway - facts.orders().size();
        if (turnedAway > 0) {
            actual.put(Outcome.TURNED_AWAY, turnedAway);
        }
        if (missing > 0) {
            actual.put(Outcome.MISSING, missing);
        }
        return actual;
    }

    private Map<String, Long> waiting() {
        Map<String, List<InstanceFact>> instances = facts.instancesByOrder();
        Map<String, Long> reasons = new TreeMap<>();
        facts.orders().stream()
                .filter(order -> !order.finished())
                .map(order -> WaitingReason.of(instances.getOrDefault(order.number(), List.of())))
                .forEach(reason -> reasons.merge(reason, 1L, Long::sum));
        return reasons;
    }

    private Latency latency() {
        Map<String, List<InstanceFact>> instances = facts.instancesByOrder();
        long[] millis = ordered()
                .filter(visit -> visit.planned().intent() == Intent.BUYS)
                .flatMap(visit -> instances.getOrDefault(visit.order().number(), List.of()).stream()
                        .flatMap(instance -> instance.completed(CONFIRMED).stream())
                        .map(StepFact::endedAt)
                        .filter(Objects::nonNull)
                        .map(confirmed -> Duration.between(visit.acceptedAt(), confirmed)))
                .mapToLong(Duration::toMillis)
                .sorted()
                .toArray();
        return new Latency(Percentile.of(millis, 50), Percentile.of(millis, 99));
    }

    private Stream<Visit.Ordered> ordered() {
        return visits.stream()
                .flatMap(visit -> visit instanceof Visit.Ordered ordered ? Stream.of(ordered) : Stream.empty());
    }

    private List<String> troubles() {
        return visits.stream()
                .map(visit -> switch (visit) {
                    case Visit.Failed failed ->
                        "order %d: %s".formatted(failed.planned().index(), failed.trouble());
                    case Visit.Ordered ordered ->
                        ordered.trouble().isEmpty()
                                ? ""
                                : "%s: %s".formatted(ordered.order().number(), ordered.trouble());
                    case Visit.TurnedAway turnedAway -> "";
                })
                .filter(trouble -> !trouble.isEmpty())
                .toList();
    }
}
