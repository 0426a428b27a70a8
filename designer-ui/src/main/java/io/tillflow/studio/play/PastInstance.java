package io.tillflow.studio.play;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A real instance as history knows it.
 *
 * @param endedAt null while it is open
 * @param startMessage the message that started it; null when somebody started it by hand
 * @param jobs what workers were asked and answered, in the order in which they were asked
 * @param happenings what came from outside after the start, in the order of time
 * @param path elements in the order in which they were reached
 * @param money captured less refunded, in minor units of its order's currency
 * @param repairs what operators did to it by hand, in the words of the audit; a replay has nothing in their place
 */
record PastInstance(
        long key,
        String businessKey,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String startMessage,
        String startKey,
        JsonNode startVariables,
        List<PastJob> jobs,
        List<Happening> happenings,
        List<String> path,
        long money,
        List<String> repairs) {

    /**
     * A job and its answer.
     *
     * @param reply null when none came: it was open still, or the process stopped waiting for it
     * @param answered null when no reply came
     */
    record PastJob(
            String elementId,
            String type,
            @Nullable Reply reply,
            Instant asked,
            @Nullable Instant answered) {}

    /** Something from outside. */
    sealed interface Happening {
        Instant at();

        record MessageHeard(Instant at, String elementId, String name, String key, JsonNode variables)
                implements Happening {}

        /** @param due when it should have gone off; the engine may have been late */
        record TimerDue(Instant at, String elementId, Instant due) implements Happening {}

        record TaskDone(Instant at, String elementId, JsonNode variables) implements Happening {}
    }

    /** When the last of what it depended on came; what its own steps took from then on says nothing about a drawing. */
    Instant lastHappened() {
        return Stream.concat(
                        happenings.stream().map(Happening::at),
                        jobs.stream().map(PastJob::answered).filter(Objects::nonNull))
                .max(Comparator.naturalOrder())
                .orElse(startedAt);
    }

    /** How late the engine was when this timer went off, or the like-named one that was due nearest to it. */
    Duration lateness(String elementId, Instant due) {
        return happenings.stream()
                .filter(Happening.TimerDue.class::isInstance)
                .map(Happening.TimerDue.class::cast)
                .filter(it -> it.elementId().equals(elementId))
                .min(Comparator.comparing(it -> Duration.between(it.due(), due).abs()))
                .map(it -> Duration.between(it.due(), it.at()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    String name() {
        return businessKey.isEmpty() ? String.valueOf(key) : businessKey;
    }
}
