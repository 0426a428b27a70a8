package io.tillflow.launcher.demo;

import io.tillflow.launcher.demo.plan.Outcome;
import java.io.PrintStream;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The report for people. */
final class DemoText {
    private DemoText() {}

    static void print(PrintStream out, DemoReport report) {
        out.printf("%-26s %9s %9s%n", "", "expected", "actual");
        Set<Outcome> outcomes = new TreeSet<>(report.expected().keySet());
        outcomes.addAll(report.actual().keySet());
        for (Outcome outcome : outcomes) {
            long expected = report.expected().getOrDefault(outcome, 0L);
            long actual = report.actual().getOrDefault(outcome, 0L);
            out.printf("%-26s %9d %9d%s%n", outcome.text(), expected, actual, expected == actual ? "" : "   <");
        }
        DemoReport.Counts counts = report.counts();
        out.printf(
                "%nlost %d, duplicates %d, waiting %d, incidents %d%n",
                counts.lost(), counts.duplicates(), counts.waiting(), counts.incidents());
        out.printf(
                "accepted to confirmed: half within %d ms, 99 %% within %d ms%n",
                report.latency().p50(), report.latency().p99());
        report.drill()
                .ifPresent(drill -> out.printf(
                        "died %d times between effects and completions: %s%n",
                        drill.deaths(), new TreeMap<>(drill.interrupted())));
        report.waitingReasons().forEach((reason, count) -> out.printf("%d wait: %s%n", count, reason));
        report.violations()
                .forEach(violation ->
                        out.printf("%s %s: %s%n", violation.rule().text(), violation.id(), violation.detail()));
        report.troubles().forEach(trouble -> out.printf("trouble: %s%n", trouble));
        out.flush();
    }
}
