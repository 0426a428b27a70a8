package io.tillflow.launcher.demo;

import io.tillflow.launcher.demo.Kills.Kill;
import io.tillflow.launcher.demo.plan.Outcome;
import io.tillflow.launcher.demo.proof.Violation;
import io.tillflow.launcher.demo.suite.Drill;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a run led to, beside what it had to lead to. */
record DemoReport(
        long seed,
        Counts counts,
        Latency latency,
        Map<Outcome, Long> expected,
        Map<Outcome, Long> actual,
        Map<String, Long> waitingReasons,
        List<Violation> violations,
        List<String> troubles,
        List<Kill> kills,
        Optional<Drill> drill) {

    /** Orders by what they are now; incidents are open ones. */
    record Counts(
            long placed, long completed, long cancelled, long waiting, long incidents, long lost, long duplicates) {}

    /** From the shop's answer to the end of the confirmation step, over orders that nothing was meant to hold up. */
    record Latency(long p50, long p99) {}

    DemoReport with(Optional<Drill> rehearsed) {
        return new DemoReport(
                seed, counts, latency, expected, actual, waitingReasons, violations, troubles, kills, rehearsed);
    }

    /** Whether the run proved what it was meant to prove. */
    boolean holds() {
        return expected.equals(actual)
                && counts.lost() == 0
                && counts.duplicates() == 0
                && violations.isEmpty()
                && !waitingReasons.containsKey(WaitingReason.NONE);
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("ok", holds());
        document.put("seed", seed);
        document.put("placed", counts.placed());
        document.put("completed", counts.completed());
        document.put("cancelled", counts.cancelled());
        document.put("waiting", counts.waiting());
        document.put("incidents", counts.incidents());
        document.put("lost", counts.lost());
        document.put("duplicates", counts.duplicates());
        document.put("p50_ms", latency.p50());
        document.put("p99_ms", latency.p99());
        document.put("expected", named(expected));
        document.put("actual", named(actual));
        document.put("waiting_reasons", new TreeMap<>(waitingReasons));
        document.put("violations", violations.stream().map(DemoReport::row).toList());
        document.put("troubles", troubles);
        document.put("kills", kills.stream().map(Kill::row).toList());
        drill.ifPresent(rehearsed -> {
            document.put("crashes", rehearsed.deaths());
            document.put("interrupted", new TreeMap<>(rehearsed.interrupted()));
        });
        return document;
    }

    static Map<String, Object> row(Violation violation) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("rule", violation.rule().text());
        row.put("id", violation.id());
        row.put("detail", violation.detail());
        return row;
    }

    private static Map<String, Long> named(Map<Outcome, Long> outcomes) {
        Map<String, Long> named = new LinkedHashMap<>();
        new TreeMap<>(outcomes).forEach((outcome, count) -> named.put(outcome.text(), count));
        return named;
    }
}
