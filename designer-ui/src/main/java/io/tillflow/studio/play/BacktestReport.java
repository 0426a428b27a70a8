package io.tillflow.studio.play;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What would have gone differently.
 *
 * @param moneyDelta how much more would have been earned, in minor units
 * @param skipped instances that history no longer has the start of
 */
public record BacktestReport(
        int replayed,
        int same,
        List<Difference> different,
        @JsonProperty("money_delta") long moneyDelta,
        int skipped) {

    /** Where an instance first went another way, and how it was and would be. */
    public record Difference(
            String instance,
            long key,
            String element,
            String was,
            @JsonProperty("would_be") String wouldBe,
            @JsonProperty("money_delta") long moneyDelta,
            List<String> path,
            List<String> notes) {}
}
