package io.tillflow.studio.play;

import io.tillflow.studio.cases.CaseRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Adds up what tests of several models came to. */
final class Tally {
    final List<String> notPlayable = new ArrayList<>();
    private final List<TestReport.Failure> failed = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private final List<TestReport.Survivor> survivors = new ArrayList<>();
    private int scenarios;
    private int passed;
    private int cases;
    private int mutants;
    private final Share elements = new Share();
    private final Share flows = new Share();
    private final Share rules = new Share();

    private static final class Share {
        private int reached;
        private int all;

        void add(int reachedNow, int allNow) {
            reached += reachedNow;
            all += allNow;
        }

        double value() {
            return all == 0 ? 1 : (double) reached / all;
        }
    }

    void played(String id, Playable model, TestRun run, List<Played> played) {
        scenarios += played.size();
        passed += (int) played.stream().filter(Played::passed).count();
        played.stream()
                .filter(it -> !it.passed())
                .forEach(it -> failed.add(new TestReport.Failure(id, it.name(), it.failure())));
        elements.add(run.elements().size(), model.elements().size());
        flows.add(run.flows().size(), model.countedFlows().size());
        missing(id, model.elements(), run.elements());
        missing(id, model.countedFlows(), run.flows());
    }

    void decided(String id, CaseRun.Report report) {
        cases += report.results().size();
        report.failed()
                .forEach(it -> failed.add(new TestReport.Failure(id, it.asked().name(), it.detail())));
        rules.add(report.rules() - report.unhit().size(), report.rules());
        report.unhit().forEach(it -> missed.add(id + "#" + it.rule()));
    }

    /** Cases of a table that cannot be asked. */
    void unreadable(String id, int count, String why) {
        cases += count;
        failed.add(new TestReport.Failure(id, "", "The cases could not be tried: " + why));
    }

    void mutated(String id, int count, List<Mutant> alive, int refused) {
        mutants += count - refused;
        alive.forEach(it -> survivors.add(new TestReport.Survivor(id, it.kind(), it.elementId(), it.what())));
    }

    private void missing(String id, Set<String> all, Set<String> reached) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(reached);
        rest.forEach(it -> missed.add(id + "#" + it));
    }

    TestReport report(boolean mutate) {
        return new TestReport(
                scenarios,
                passed,
                List.copyOf(failed),
                cases,
                elements.value(),
                flows.value(),
                rules.value(),
                List.copyOf(missed),
                List.copyOf(notPlayable),
                mutate ? new TestReport.Mutation(mutants, mutants - survivors.size(), List.copyOf(survivors)) : null);
    }
}
