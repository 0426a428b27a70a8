package io.tillflow.studio.play;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Where a play stands.
 *
 * @param version of the model; 0 for a draft
 * @param began what the engine's clock showed at first
 * @param now what it shows
 * @param at elements where tokens stand
 * @param passed how often each element was left behind
 * @param cancelled elements that were only ever ended from outside
 * @param flows in the order in which they were taken
 * @param unsavable why this cannot become a scenario as it is; empty when it can
 */
public record Scene(
        String id,
        String model,
        int version,
        String process,
        State state,
        Instant began,
        Instant now,
        List<Wait> waits,
        List<String> at,
        Map<String, Integer> passed,
        List<String> cancelled,
        List<String> flows,
        List<Moment> log,
        List<Verdict> decisions,
        Map<String, JsonNode> variables,
        String unsavable) {

    /** How far it is. */
    public enum State {
        FRESH,
        UNDER_WAY,
        ENDED
    }
}
