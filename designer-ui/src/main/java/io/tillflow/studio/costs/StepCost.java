package io.tillflow.studio.costs;

import io.tillflow.studio.costs.CostRate.Kind;
import io.tillflow.studio.costs.Usage.Step;
import io.tillflow.studio.costs.Usage.Use;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a step cost, in the currency's main unit.
 *
 * @param instances how many of the sampled ones passed it
 * @param total of all of them; null when nothing of it has a price, or nobody knows the time
 * @param perInstance for one that passed
 * @param share of what the whole process cost, from 0 to 1
 * @param unpriced what it used that has no price and is in none of these figures
 * @param tasks how many tasks people did here that have a price
 * @param timed of how many of them the time is known; the others are in none of these figures
 */
public record StepCost(
        String elementId,
        long instances,
        @Nullable BigDecimal total,
        @Nullable BigDecimal perInstance,
        @Nullable BigDecimal share,
        List<CostRate> unpriced,
        long tasks,
        long timed) {

    private static final int DECIMALS = 6;

    static StepCost of(Step step, Prices prices) {
        BigDecimal total = null;
        List<CostRate> unpriced = new ArrayList<>();
        long tasks = 0;
        long timed = 0;
        for (Use use : step.uses()) {
            Optional<BigDecimal> price =
                    use.kind() == Kind.CALL ? prices.of(Kind.CALL, use.types().getFirst()) : prices.hour(use.types());
            if (use.units() == 0) {
                total = plus(total, BigDecimal.ZERO);
            } else if (price.isEmpty()) {
                unpriced.add(use.unpriced());
            } else {
                tasks += use.kind() == Kind.WORK ? use.units() : 0;
                timed += use.timed();
                if (use.kind() == Kind.CALL || use.timed() > 0) {
                    total = plus(total, price.get().multiply(use.quantity()));
                }
            }
        }
        return new StepCost(
                step.elementId(),
                step.instances(),
                total == null ? null : total.setScale(DECIMALS, RoundingMode.HALF_UP),
                each(total, step.instances()),
                null,
                List.copyOf(unpriced),
                tasks,
                timed);
    }

    private static BigDecimal plus(@Nullable BigDecimal total, BigDecimal cost) {
        return total == null ? cost : total.add(cost);
    }

    /** What one of so many came to; null when that is not known. */
    static @Nullable BigDecimal each(@Nullable BigDecimal total, long instances) {
        return total == null || instances == 0
                ? null
                : total.divide(BigDecimal.valueOf(instances), DECIMALS, RoundingMode.HALF_UP);
    }

    StepCost within(BigDecimal all) {
        BigDecimal part = total == null || all.signum() == 0 ? null : total.divide(all, 4, RoundingMode.HALF_UP);
        return new StepCost(elementId, instances, total, perInstance, part, unpriced, tasks, timed);
    }

    /** Whether it cost what is said here and not more. */
    public boolean complete() {
        return unpriced.isEmpty() && tasks == timed;
    }
}
