package io.tillflow.studio.play;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

/** Replays the past against a draft. */
@Service
public class Backtests {
    /** Who goes round in circles for ever says nothing new. */
    private static final int LONGEST_PATH = 500;

    private static final Duration NOTICEABLE = Duration.ofMinutes(1);

    private final Plays plays;
    private final PastInstances instances;

    Backtests(Plays plays, PastInstances instances) {
        this.plays = plays;
        this.instances = instances;
    }

    /** Who wants to know: is told how far it is, and may leave. */
    public interface Watch {
        Watch NONE = new Watch() {
            @Override
            public boolean over() {
                return false;
            }

            @Override
            public void at(int done, int all) {
                // nobody looks
            }
        };

        boolean over();

        void at(int done, int all);
    }

    /**
     * Which of what really came.
     *
     * @param only an order's number or an instance's key, however long ago; empty for all of the last days
     */
    public record Past(int days, int limit, String only) {}

    /** @throws java.util.concurrent.CancellationException as soon as the watch is over */
    public BacktestReport run(Playable draft, Past past, Watch watch) {
        if (!draft.tooNew().isEmpty()) {
            throw new ScenarioRefused("Not playable here. " + draft.tooNew());
        }
        List<PastInstances.Head> heads = past.only().isBlank()
                ? instances.ofLastDays(draft.processId(), past.days(), past.limit())
                : List.of(one(draft.processId(), past.only().strip()));
        return new Backtest(draft, plays, watch).of(heads, instances::instance);
    }

    private PastInstances.Head one(String processId, String name) {
        return instances
                .named(processId, name)
                .orElseThrow(() -> new ScenarioRefused("History knows no instance or order " + name + " of " + processId
                        + " that was not cancelled by hand."));
    }

    static Optional<BacktestReport.Difference> difference(PastInstance past, Replay.Outcome now) {
        List<String> notes = new ArrayList<>(now.incidents());
        now.unheard().forEach(it -> notes.add("not waited for: " + it));
        if (!now.trouble().isEmpty()) {
            notes.add(now.trouble());
        }
        now.unanswered().forEach(it -> notes.add("no answer in history: " + it));
        List<String> missing = new ArrayList<>(past.path());
        now.path().forEach(missing::remove);
        List<String> more = new ArrayList<>(now.path());
        past.path().forEach(more::remove);
        long money = now.money() - past.money();
        Duration later = Lasting.later(past, now)
                .filter(it -> it.abs().compareTo(NOTICEABLE) >= 0)
                .orElse(Duration.ZERO);
        boolean sameWay = missing.isEmpty() && more.isEmpty() && money == 0;
        if (sameWay && later.isZero() && now.trouble().isEmpty()) {
            return Optional.empty();
        }
        OptionalLong worth = Money.worth(past.startVariables(), money);
        if (worth.isEmpty()) {
            notes.add("not counted, since nobody knows what it is worth in " + Money.BASE + ": " + money + " "
                    + past.startVariables().at("/order/currency").asString());
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
                worth.orElse(0),
                later.toSeconds(),
                now.path().stream().limit(LONGEST_PATH).toList(),
                notes));
    }

    /** The element before the first that the past did not have. */
    private static String lastCommon(List<String> path, String first) {
        int index = path.indexOf(first);
        return index <= 0 ? first : path.get(index - 1);
    }
}
