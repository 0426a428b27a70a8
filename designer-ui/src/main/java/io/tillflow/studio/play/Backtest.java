package io.tillflow.studio.play;

import io.tillflow.sandbox.SandboxFailed;
import io.tillflow.studio.play.BacktestReport.Difference;
import io.tillflow.studio.play.BacktestReport.Repaired;
import io.tillflow.studio.play.PastInstances.Head;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** The past on its way through a draft: read and replayed one by one, so that how much there is of it costs no memory. */
final class Backtest {
    /** The engine keeps its whole log; a fresh one is cheaper than a long one, and lets others have their turn. */
    private static final int INSTANCES_AN_ENGINE = 50;

    private static final int MOST_BROKEN = 3;

    private final Playable draft;
    private final Plays plays;
    private final Backtests.Watch watch;
    private final List<Difference> different = new ArrayList<>();
    private final List<Repaired> repaired = new ArrayList<>();
    private final Lasting durations = new Lasting();
    private int replayed;
    private int skipped;
    private int broken;

    Backtest(Playable draft, Plays plays, Backtests.Watch watch) {
        this.draft = draft;
        this.plays = plays;
        this.watch = watch;
    }

    BacktestReport of(List<Head> heads, Function<Head, PastInstance> read) {
        Deque<Head> open = new ArrayDeque<>(heads);
        Optional<PastInstance> next = known(open, read);
        while (next.isPresent()) {
            PastInstance first = next.get();
            plays.on(draft, List.of(), watch::over, engine -> {
                Optional<PastInstance> one = Optional.of(first);
                int limit = replayed + INSTANCES_AN_ENGINE;
                while (one.isPresent() && rests(engine, one.get()) && replayed < limit) {
                    watch.at(replayed + skipped, heads.size());
                    one = known(open, read);
                }
                return replayed;
            });
            next = known(open, read);
        }
        long delta = different.stream().mapToLong(Difference::moneyDelta).sum();
        return new BacktestReport(
                replayed,
                replayed - different.size() - repaired.size(),
                different,
                repaired,
                delta,
                Money.BASE,
                durations.sum(),
                skipped);
    }

    /** The next whose beginning history still has. */
    private Optional<PastInstance> known(Deque<Head> open, Function<Head, PastInstance> read) {
        while (!open.isEmpty()) {
            if (watch.over()) {
                throw new CancellationException("nobody waits for it any more");
            }
            PastInstance past = read.apply(open.removeFirst());
            if (!past.startVariables().isEmpty()) {
                return Optional.of(past);
            }
            skipped++;
        }
        return Optional.empty();
    }

    private void judge(PastInstance past, Replay.Outcome outcome) {
        Optional<Difference> difference = Backtests.difference(past, outcome);
        if (difference.isPresent() && !past.repairs().isEmpty()) {
            repaired.add(new Repaired(past.name(), past.key(), past.repairs()));
            return;
        }
        durations.add(past, outcome);
        difference.ifPresent(different::add);
    }

    /** Whether the engine is fit for another. */
    private boolean rests(PlayEngine engine, PastInstance past) {
        try {
            Replay.Outcome outcome = Replay.of(engine, draft.processId(), past);
            replayed++;
            judge(past, outcome);
            return true;
        } catch (SandboxFailed restless) {
            if (++broken > MOST_BROKEN) {
                throw restless;
            }
            replayed++;
            String why = String.valueOf(restless.getMessage());
            different.add(
                    new Difference(past.name(), past.key(), "", "went on", "went on", 0, 0, List.of(), List.of(why)));
            return false;
        }
    }
}
