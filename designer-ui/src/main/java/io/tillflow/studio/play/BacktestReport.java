package io.tillflow.studio.play;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What would have gone differently.
 *
 * @param repaired what went another way and had been repaired by hand; it is in neither of the other two
 * @param moneyDelta how much more would have been earned, in minor units of {@code currency}, at each order's rate
 * @param skipped instances that history no longer has the start of
 */
public record BacktestReport(
        int replayed,
        int same,
        List<Difference> different,
        List<Repaired> repaired,
        @JsonProperty("money_delta") long moneyDelta,
        String currency,
        Durations durations,
        int skipped) {

    /**
     * From the beginning to the end, of those that ended then and would have ended: the median.
     *
     * @param compared how many
     */
    public record Durations(
            int compared,
            @JsonProperty("was_seconds") long was,
            @JsonProperty("would_be_seconds") long wouldBe) {}

    /**
     * An instance that cannot be compared: whether the drawing or the repair made the difference nobody can tell.
     *
     * @param acts what operators did to it, in the words of the audit
     */
    public record Repaired(String instance, long key, List<String> acts) {}

    /**
     * Where an instance first went another way, and how it was and would be.
     *
     * @param moneyDelta in the report's currency
     * @param later how many seconds later it would have ended, sooner when negative; 0 also when one of them did not end
     */
    public record Difference(
            String instance,
            long key,
            String element,
            String was,
            @JsonProperty("would_be") String wouldBe,
            @JsonProperty("money_delta") long moneyDelta,
            @JsonProperty("later_seconds") long later,
            List<String> path,
            List<String> notes) {}
}
