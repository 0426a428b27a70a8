package io.tillflow.studio.repair;

import io.tillflow.engine.Rejected;
import io.tillflow.studio.repair.CommandLog.Known;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What became of tries to restart an instance that nobody answered: however many there were, one other instance begins. */
@Component
class EarlierTries {

    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    private final CommandLog log;
    private final Sightings sightings;
    private final HistoryMark mark;
    private final JsonMapper json;
    private final Clock clock;

    EarlierTries(CommandLog log, Sightings sightings, HistoryMark mark, JsonMapper json, Clock clock) {
        this.log = log;
        this.sightings = sightings;
        this.mark = mark;
        this.json = json;
        this.clock = clock;
    }

    /** The instance that one of them began; while that cannot be known yet, nothing is tried again. */
    OptionalLong begun(Repair.Restart wanted, long commandId) {
        List<Known> open = log.openRestarts(wanted.instanceKey(), commandId);
        if (open.isEmpty()) {
            return OptionalLong.empty();
        }
        Receipt latest = open.getLast().receipt();
        if (latest.askedAt().plus(ON_ITS_WAY).isAfter(clock.instant())) {
            throw new Rejected(
                    Rejected.Why.WRONG_STATE,
                    "A restart of this instance by " + latest.actor()
                            + " is under way or was not answered. Look in a minute what became of it, and ask again then.",
                    null);
        }
        Optional<Long> found = find(open);
        if (found.isEmpty()) {
            // the engine does one thing after another: what one of them began stands in history before this mark
            mark.await();
            found = find(open);
        }
        found.ifPresent(it -> sameWish(wanted, it, open));
        return found.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private Optional<Long> find(List<Known> open) {
        return open.stream()
                .map(it -> it.receipt().newInstanceKey())
                .filter(Objects::nonNull)
                .map(Long::valueOf)
                .filter(it -> !sightings.cancelled(it))
                .findFirst()
                .or(() -> sightings.successor(open.getFirst()));
    }

    private void sameWish(Repair.Restart wanted, long begun, List<Known> open) {
        String key = String.valueOf(begun);
        List<Known> began = open.stream()
                .filter(it -> key.equals(it.receipt().newInstanceKey()))
                .limit(1)
                .toList();
        boolean same = (began.isEmpty() ? open : began)
                .stream()
                        .map(it -> json.readValue(it.asked(), Repair.Restart.class))
                        .allMatch(it -> Objects.equals(it.targetDefinitionKey(), wanted.targetDefinitionKey())
                                && it.at().equals(wanted.at())
                                && json.readTree(it.json()).equals(json.readTree(wanted.json())));
        if (!same) {
            throw new Rejected(
                    Rejected.Why.WRONG_STATE,
                    "Instance " + begun + " began in the place of " + wanted.instanceKey()
                            + " at an earlier try, with another version, place or variables, and "
                            + wanted.instanceKey()
                            + " was not ended. Cancel " + wanted.instanceKey() + " to go on with " + begun
                            + ", or cancel "
                            + begun + " and ask again.",
                    null);
        }
    }
}
