package io.tillflow.studio.play;

import io.tillflow.studio.play.BacktestReport.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long instances lasted from their beginning to their end, and would have lasted. */
final class Lasting {
    private final List<Long> was = new ArrayList<>();
    private final List<Long> wouldBe = new ArrayList<>();

    /**
     * How much later a replay ended than the past did; none when one of them did not end. Both are counted to the last thing from
     * outside that they waited for; workers are as slow and the engine as late in the replay as they were, so that neither is a
     * difference.
     */
    static Optional<Duration> later(PastInstance past, Replay.Outcome now) {
        Instant ended = past.endedAt();
        Duration took = now.took();
        return ended == null || took == null
                ? Optional.empty()
                : Optional.of(took.minus(Duration.between(past.startedAt(), past.lastHappened())));
    }

    void add(PastInstance past, Replay.Outcome now) {
        Instant ended = past.endedAt();
        Optional<Duration> later = later(past, now);
        if (ended != null && later.isPresent()) {
            Duration lasted = Duration.between(past.startedAt(), ended);
            was.add(lasted.toSeconds());
            wouldBe.add(Math.max(0, lasted.plus(later.get()).toSeconds()));
        }
    }

    Durations sum() {
        return new Durations(was.size(), median(was), median(wouldBe));
    }

    private static long median(List<Long> seconds) {
        return seconds.isEmpty() ? 0 : seconds.stream().sorted().toList().get((seconds.size() - 1) / 2);
    }
}
