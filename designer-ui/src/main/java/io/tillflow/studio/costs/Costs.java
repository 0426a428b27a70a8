package io.tillflow.studio.costs;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the newest ended instances of a process version cost at the prices of now, in the currency's main unit. A step that used
 * nothing is not in it.
 *
 * @param total of all sampled ones; null when no step has a cost that is known
 * @param perInstance of one of them
 * @param complete whether everything that was used has a price and all the time of people is known
 */
public record Costs(
        long definitionKey,
        String currency,
        long sampled,
        @Nullable BigDecimal total,
        @Nullable BigDecimal perInstance,
        boolean complete,
        List<StepCost> steps) {

    static Costs of(Usage usage, Prices prices) {
        List<StepCost> steps =
                usage.steps().stream().map(it -> StepCost.of(it, prices)).toList();
        Optional<BigDecimal> total =
                steps.stream().map(StepCost::total).filter(Objects::nonNull).reduce(BigDecimal::add);
        return new Costs(
                usage.definitionKey(),
                prices.currency(),
                usage.sampled(),
                total.orElse(null),
                StepCost.each(total.orElse(null), usage.sampled()),
                steps.stream().allMatch(StepCost::complete),
                steps.stream()
                        .map(it -> it.within(total.orElse(BigDecimal.ZERO)))
                        .toList());
    }

    public Optional<StepCost> step(String elementId) {
        return steps.stream().filter(it -> it.elementId().equals(elementId)).findFirst();
    }
}
