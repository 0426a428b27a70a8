package io.tillflow.studio.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Replays the past against a draft. */
@Service
public class Backtests {
    private final Plays plays;
    private final PastInstances instances;

    Backtests(Plays plays, PastInstances instances) {
        this.plays = plays;
        this.instances = instances;
    }

    public BacktestReport run(Playable draft, int days, int limit) {
        if (!draft.tooNew().isEmpty()) {
            throw new ScenarioRefused("Not playable here. " + draft.tooNew());
        }
        List<PastInstance> past = instances.ofLastDays(draft.processId(), days, limit);
        List<PastInstance> known =
                past.stream().filter(it -> !it.startVariables().isEmpty()).toList();
        if (known.isEmpty()) {
            return new BacktestReport(0, 0, List.of(), 0, past.size());
        }
        return plays.on(draft, List.of(), engine -> {
            List<BacktestReport.Difference> different = new ArrayList<>();
            long delta = 0;
            for (PastInstance instance : known) {
                Replay.Outcome outcome = Replay.of(engine, draft.processId(), instance);
                delta += outcome.money() - instance.money();
                difference(instance, outcome).ifPresent(different::add);
            }
            return new BacktestReport(
                    known.size(), known.size() - different.size(), different, delta, past.size() - known.size());
        });
    }

    static Optional<BacktestReport.Difference> difference(PastInstance past, Replay.Outcome now) {
        List<String> notes = new ArrayList<>(now.incidents());
        now.unheard().forEach(it -> notes.add("not waited for: " + it));
        now.unanswered().forEach(it -> notes.add("no answer in history: " + it));
        List<String> missing = new ArrayList<>(past.path());
        now.path().forEach(missing::remove);
        List<String> more = new ArrayList<>(now.path());
        past.path().forEach(more::remove);
        long money = now.money() - past.money();
        if (missing.isEmpty() && more.isEmpty() && money == 0) {
            return Optional.empty();
        }
        String was = missing.isEmpty() ? "went on" : missing.getFirst();
        String wouldBe = more.isEmpty()
                ? (now.at().isEmpty() ? "ended" : "waits at " + now.at().getFirst())
                : more.getFirst();
        String element = more.isEmpty() ? was : lastCommon(now.path(), more.getFirst());
        return Optional.of(new BacktestReport.Difference(
                past.name(),
                past.key(),
                missing.isEmpty() && more.isEmpty() ? "" : element,
                was,
                wouldBe,
                money,
                now.path(),
                notes));
    }

    /** The element before the first that the past did not have. */
    private static String lastCommon(List<String> path, String first) {
        int index = path.indexOf(first);
        return index <= 0 ? first : path.get(index - 1);
    }
}
