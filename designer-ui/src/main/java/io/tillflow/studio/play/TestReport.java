package io.tillflow.studio.play;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What running the scenarios and cases came to. Coverage is a share between 0 and 1; a part that nothing was measured of is 1.
 *
 * @param notPlayable models that the sandbox is too old for: neither passed nor failed
 */
public record TestReport(
        int scenarios,
        int passed,
        List<Failure> failed,
        int cases,
        @JsonProperty("element_coverage") double elementCoverage,
        @JsonProperty("flow_coverage") double flowCoverage,
        @JsonProperty("rules_hit") double rulesHit,
        List<String> missed,
        @JsonProperty("not_playable") List<String> notPlayable,
        @Nullable Mutation mutation) {

    /** A scenario or case that did not go as it should. */
    public record Failure(String model, String name, String detail) {}

    /** How many built-in mistakes the tests noticed. */
    public record Mutation(int mutants, int killed, List<Survivor> survivors) {}

    /** A mistake that no test noticed. */
    public record Survivor(String model, String kind, String elementId, String what) {}
}
