package io.tillflow.studio.play;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Runs a model's scenarios for somebody who looks at them: which went as they should, and what none of them reached. */
@Service
public class ScenarioRuns {
    private final Plays plays;
    private final Scenarios scenarios;

    ScenarioRuns(Plays plays, Scenarios scenarios) {
        this.plays = plays;
        this.scenarios = scenarios;
    }

    /**
     * How one scenario went.
     *
     * @param file its file's name
     * @param failure the step that differs and how; empty when it passed
     */
    public record Result(String file, String name, String failure) {
        public boolean passed() {
            return failure.isEmpty();
        }
    }

    /** All of them, with what they reached together. */
    public record Run(List<Result> results, Set<String> reached, Set<String> missed, double elements, double flows) {
        public long passed() {
            return results.stream().filter(Result::passed).count();
        }
    }

    public Run run(String modelId, Playable model) {
        List<Result> results = new ArrayList<>();
        List<Scenario> readable = new ArrayList<>();
        List<String> files = new ArrayList<>();
        scenarios.of(modelId).forEach((file, text) -> {
            try {
                readable.add(ScenarioFile.read(file, text));
                files.add(file);
            } catch (ScenarioRefused unreadable) {
                results.add(new Result(file, file, String.valueOf(unreadable.getMessage())));
            }
        });
        TestRun run = new TestRun(model, readable, work -> plays.with(model, List.of(), work));
        Map<String, Played> played = run.play();
        for (int i = 0; i < files.size(); i++) {
            String name = readable.get(i).name();
            results.add(i, new Result(files.get(i), name, failure(played, name)));
        }
        return summary(model, run, results);
    }

    private static String failure(Map<String, Played> played, String name) {
        Played one = played.get(name);
        return one == null ? "it was not played" : one.failure();
    }

    private static Run summary(Playable model, TestRun run, List<Result> results) {
        Set<String> reached = new LinkedHashSet<>(run.elements());
        reached.addAll(run.flows());
        Set<String> missed = new LinkedHashSet<>(model.elements());
        missed.addAll(model.countedFlows());
        missed.removeAll(reached);
        return new Run(
                results,
                reached,
                missed,
                share(run.elements().size(), model.elements().size()),
                share(run.flows().size(), model.countedFlows().size()));
    }

    private static double share(int part, int all) {
        return all == 0 ? 1 : (double) part / all;
    }
}
