package io.tillflow.connectors.patterns;

import io.tillflow.models.anomaly.Ordinary;
import io.tillflow.models.anomaly.Ordinary.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Says which windows are out of bounds; of the past the same as it would have said then. */
final class Judge {
    private final Rule rule;
    private final List<Instant> edges;

    /** @param edges the windows' beginnings, and the last one's end */
    Judge(Rule rule, List<Instant> edges) {
        this.rule = rule;
        this.edges = edges;
    }

    /**
     * What is seen of one subject, the oldest first.
     *
     * @param judged the windows that are looked at, by their number
     * @param rests until when it is not seen again, by subject; what is seen now is added
     */
    List<Sighting> of(String subject, double[] values, IntPredicate judged, Map<String, Instant> rests) {
        Optional<Ordinary> ordinary =
                rule.compare().withItsPast() ? Optional.of(new Ordinary(values, rule.bound())) : Optional.empty();
        List<Sighting> seen = new ArrayList<>();
        for (int at = rule.lookBack(); at < values.length; at++) {
            int window = at;
            if (!judged.test(at) || !Double.isFinite(values[at]) || resting(subject, edges.get(at), rests)) {
                continue;
            }
            Optional<Reading> bounds = ordinary.map(it -> it.at(window))
                    .orElseGet(() -> Optional.of(new Reading(rule.bound(), rule.bound(), rule.bound())));
            bounds.filter(it -> rule.compare().out(values[window], it.low(), it.high()))
                    .map(it -> sighting(subject, window, values[window], it))
                    .ifPresent(it -> {
                        seen.add(it);
                        rests.put(subject, it.from().plus(Duration.ofHours(rule.restHours())));
                    });
        }
        return seen;
    }

    private static boolean resting(String subject, Instant from, Map<String, Instant> rests) {
        Instant until = rests.get(subject);
        return until != null && from.isBefore(until);
    }

    private Sighting sighting(String subject, int window, double value, Reading bounds) {
        Compare compare = rule.compare();
        boolean low = compare != Compare.ABOVE && compare != Compare.UNUSUALLY_HIGH;
        boolean high = compare != Compare.BELOW && compare != Compare.UNUSUALLY_LOW;
        return new Sighting(
                subject,
                edges.get(window),
                edges.get(window + 1),
                value,
                low ? bounds.low() : null,
                high ? bounds.high() : null);
    }
}
