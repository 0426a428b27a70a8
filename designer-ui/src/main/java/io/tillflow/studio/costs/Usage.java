package io.tillflow.studio.costs;

import io.tillflow.studio.costs.CostRate.Kind;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the steps of a process version used, before anybody says what it costs.
 *
 * @param sampled over how many ended instances
 */
record Usage(long definitionKey, long sampled, List<Step> steps) {

    /**
     * A step that used something; a called process counts for the step that called it.
     *
     * @param instances in how many of the sampled ones
     */
    record Step(String elementId, long instances, List<Use> uses) {}

    /**
     * One thing that a step used.
     *
     * @param types the worker type of calls; the groups that may do tasks, as the model names them
     * @param units calls that came to an answer, or tasks that were done or at least begun
     * @param timed of how many tasks it is known when somebody took them
     * @param hours how long those were with somebody, together
     */
    record Use(Kind kind, List<String> types, long units, long timed, BigDecimal hours) {

        BigDecimal quantity() {
            return kind == Kind.CALL ? BigDecimal.valueOf(units) : hours;
        }

        /** What a price would be set for. */
        CostRate unpriced() {
            return new CostRate(kind, types.isEmpty() ? "" : types.getFirst(), null);
        }
    }
}
