package io.tillflow.studio.play;

import io.tillflow.engine.CommandFailed;
import io.tillflow.studio.lint.ModelFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Runs the scenarios of one process, and those again on the process with mistakes built in. */
final class TestRun {
    /** The engine keeps its whole log; a fresh one is cheaper than a long one. */
    private static final int PLAYS_AN_ENGINE = 60;

    private final Playable model;
    private final List<Scenario> scenarios;
    private final Consumer<Consumer<PlayEngine>> engines;
    private final List<Played> plays = new ArrayList<>();

    /** @param engines runs work on a fresh engine with the model on it */
    TestRun(Playable model, List<Scenario> scenarios, Consumer<Consumer<PlayEngine>> engines) {
        this.model = model;
        this.scenarios = scenarios;
        this.engines = engines;
    }

    /** How each went, in their order: two may have one name. */
    List<Played> play() {
        return play(played -> {});
    }

    /** @param at hears after each how many are through */
    List<Played> play(IntConsumer at) {
        engines.accept(engine -> scenarios.forEach(it -> {
            plays.add(Playing.play(engine, model.processId(), it));
            at.accept(plays.size());
        }));
        return Collections.unmodifiableList(plays);
    }

    Set<String> elements() {
        Set<String> reached = new LinkedHashSet<>();
        plays.forEach(it -> reached.addAll(it.path()));
        reached.retainAll(model.elements());
        return reached;
    }

    Set<String> flows() {
        Set<String> taken = new LinkedHashSet<>();
        plays.forEach(it -> taken.addAll(it.flows()));
        taken.retainAll(model.countedFlows());
        return taken;
    }

    /** Mistakes that no scenario noticed; those that the engine refuses are none, nobody could deploy them. */
    List<Mutant> survivors(List<Mutant> mutants, List<Mutant> refused) {
        List<Mutant> survivors = new ArrayList<>();
        List<Mutant> open = new ArrayList<>(mutants);
        while (!open.isEmpty()) {
            engines.accept(engine -> {
                int played = 0;
                while (!open.isEmpty() && played < PLAYS_AN_ENGINE) {
                    played += attempt(engine, open.removeFirst(), survivors, refused);
                }
            });
        }
        return survivors;
    }

    private int attempt(PlayEngine engine, Mutant mutant, List<Mutant> survivors, List<Mutant> refused) {
        try {
            engine.deploy(List.of(ModelFile.of(model.file().name(), mutant.source())));
        } catch (CommandFailed invalid) {
            refused.add(mutant);
            return 1;
        }
        int played = 0;
        for (Scenario scenario : likely(mutant)) {
            played++;
            if (!Playing.play(engine, model.processId(), scenario).passed()) {
                return played;
            }
        }
        survivors.add(mutant);
        return played;
    }

    /** Only scenarios that came by the place of the mistake can notice it; the shortest first. */
    private List<Scenario> likely(Mutant mutant) {
        return IntStream.range(0, plays.size())
                .filter(it -> touches(plays.get(it), mutant))
                .boxed()
                .sorted(Comparator.comparingInt(it -> plays.get(it).path().size()))
                .map(scenarios::get)
                .toList();
    }

    private boolean touches(Played played, Mutant mutant) {
        String place = mutant.elementId();
        return played.path().contains(place)
                || played.flows().contains(place)
                || model.neighbours(place).stream().anyMatch(played.path()::contains);
    }
}
