package io.tillflow.studio.play;

import io.tillflow.studio.lint.ModelFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
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
     * @param at where a token stood at that step; empty when none did
     */
    public record Result(String file, String name, String failure, String at) {
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
        return run(modelId, model, List.of(), () -> false, played -> {});
    }

    /**
     * The same with other files beside it.
     *
     * @param over whether nobody waits any more, while its turn has not come
     * @param at hears after each how many are through
     */
    Run run(String modelId, Playable model, List<ModelFile> others, BooleanSupplier over, IntConsumer at) {
        List<Result> results = new ArrayList<>();
        List<Scenario> readable = new ArrayList<>();
        List<String> files = new ArrayList<>();
        scenarios.of(modelId).forEach((file, text) -> {
            try {
                readable.add(ScenarioFile.read(file, text));
                files.add(file);
            } catch (ScenarioRefused unreadable) {
                results.add(new Result(file, file, String.valueOf(unreadable.getMessage()), ""));
            }
        });
        TestRun run = new TestRun(
                model,
                readable,
                work -> plays.on(model, others, over, engine -> {
                    work.accept(engine);
                    return true;
                }));
        List<Played> played = run.play(at);
        for (int i = 0; i < files.size(); i++) {
            Played one = played.get(i);
            results.add(i, new Result(files.get(i), readable.get(i).name(), one.failure(), at(one)));
        }
        return summary(model, run, results);
    }

    private static String at(Played played) {
        return played.failedAt().isEmpty() ? "" : played.failedAt().getLast();
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
