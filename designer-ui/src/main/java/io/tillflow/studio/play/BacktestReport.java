package io.tillflow.studio.play;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What would have gone differently.
 *
 * @param moneyDelta how much more would have been earned, in minor units of {@code currency}, at each order's rate
 * @param skipped instances that history no longer has the start of
 */
public record BacktestReport(
        int replayed,
        int same,
        List<Difference> different,
        @JsonProperty("money_delta") long moneyDelta,
        String currency,
        int skipped) {

    /**
     * Where an instance first went another way, and how it was and would be.
     *
     * @param moneyDelta in the report's currency
     */
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
