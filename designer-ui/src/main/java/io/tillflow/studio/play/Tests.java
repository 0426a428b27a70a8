package io.tillflow.studio.play;

import io.tillflow.rules.DecisionFailed;
import io.tillflow.studio.cases.Case;
import io.tillflow.studio.cases.CaseRun;
import io.tillflow.studio.cases.Cases;
import io.tillflow.studio.lint.ModelFile;
import io.tillflow.studio.models.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Runs what is written down of how models must behave. */
@Service
class Tests {
    private final Plays plays;
    private final Shelf shelf;
    private final Scenarios scenarios;
    private final Cases cases;

    Tests(Plays plays, Shelf shelf, Scenarios scenarios, Cases cases) {
        this.cases = cases;
        this.plays = plays;
        this.shelf = shelf;
        this.scenarios = scenarios;
    }

    /** Everything that has scenarios or cases. */
    TestReport all(boolean mutate) {
        Tally tally = new Tally();
        shelf.ids(ModelFile.Kind.BPMN)
                .forEach(id -> process(id, shelf.find(id).orElseThrow(), scenarios.of(id), mutate, tally));
        shelf.ids(ModelFile.Kind.DMN)
                .forEach(id ->
                        table(id, shelf.find(id).orElseThrow(), cases.of(id).cases(), mutate, tally));
        return tally.report(mutate);
    }

    /** One model, as it is saved. */
    TestReport model(String id, boolean mutate) {
        ModelFile file = shelf.find(id).orElseThrow(() -> new ScenarioRefused("There is no model " + id + "."));
        return file(file, Map.of(), Optional.empty(), mutate);
    }

    /** A file with the scenarios or cases that came with it, or with those of the model it is a version of. */
    TestReport file(ModelFile file, Map<String, String> given, Optional<List<Case>> asked, boolean mutate) {
        Tally tally = new Tally();
        if (file.kind() == ModelFile.Kind.DMN) {
            table(id(file), file, asked.orElseGet(() -> cases.of(id(file)).cases()), mutate, tally);
        } else {
            process(id(file), file, given.isEmpty() ? scenarios.of(id(file)) : given, mutate, tally);
        }
        return tally.report(mutate);
    }

    private String id(ModelFile file) {
        return shelf.id(file.name()).orElseGet(() -> file.name().replaceFirst("\\.(bpmn|dmn)$", ""));
    }

    private void process(String id, ModelFile file, Map<String, String> texts, boolean mutate, Tally tally) {
        if (texts.isEmpty()) {
            return;
        }
        List<Scenario> stories = new ArrayList<>();
        texts.forEach((name, text) -> stories.add(ScenarioFile.read(name, text)));
        Playable model = Playable.of(file);
        if (!model.tooNew().isEmpty()) {
            tally.notPlayable.add(id + ": " + model.tooNew());
            return;
        }
        TestRun run = new TestRun(model, stories, work -> plays.with(model, List.of(), work));
        List<Played> played = run.play();
        tally.played(id, model, run, played);
        if (mutate && played.stream().allMatch(Played::passed)) {
            List<Mutant> mutants = Mutants.of(file.text());
            List<Mutant> refused = new ArrayList<>();
            tally.mutated(id, mutants.size(), run.survivors(mutants, refused), refused.size());
        }
    }

    private static void table(String id, ModelFile file, List<Case> known, boolean mutate, Tally tally) {
        if (known.isEmpty()) {
            return;
        }
        try {
            CaseRun.Report report = CaseRun.of(id, file, known);
            tally.decided(id, report);
            if (mutate && report.failed().isEmpty()) {
                mutate(id, file, known, tally);
            }
        } catch (DecisionFailed | IllegalArgumentException unreadable) {
            tally.unreadable(id, known.size(), String.valueOf(unreadable.getMessage()));
        }
    }

    private static void mutate(String id, ModelFile file, List<Case> known, Tally tally) {
        List<Mutant> mutants = TableMutants.of(file);
        List<Mutant> alive = new ArrayList<>();
        int refused = 0;
        for (Mutant it : mutants) {
            try {
                if (CaseRun.of(id, ModelFile.of(file.name(), it.source()), known)
                        .failed()
                        .isEmpty()) {
                    alive.add(it);
                }
            } catch (DecisionFailed | IllegalArgumentException unreadable) {
                refused++;
            }
        }
        tally.mutated(id, mutants.size(), alive, refused);
    }
}
