package io.tillflow.studio.processes;

import io.tillflow.engine.history.HeatMaps.ElementHeat;
import io.tillflow.engine.history.HeatMaps.HeatMap;
import io.tillflow.studio.costs.Costs;
import io.tillflow.studio.costs.StepCost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** What was measured of a version, with what its steps cost when that is asked for. */
record Heat(HeatMap map, Optional<Costs> costs) {

    private static final int DECIMALS = 6;

    /**
     * A step.
     *
     * @param micros what it cost an instance of the version, whether that one passed it or not, in millionths of the currency's main
     *     unit, at least one if it cost anything: versions of which more or fewer were sampled compare
     */
    record Step(ElementHeat heat, long micros) {
        String elementId() {
            return heat.elementId();
        }
    }

    List<Step> steps() {
        return map.elements().stream()
                .map(it -> new Step(
                        it, costs.map(all -> micros(all, it.elementId())).orElse(0L)))
                .toList();
    }

    /** In the main unit. */
    static BigDecimal amount(long micros) {
        return BigDecimal.valueOf(micros, DECIMALS);
    }

    private static long micros(Costs costs, String elementId) {
        BigDecimal total = costs.step(elementId).map(StepCost::total).orElse(BigDecimal.ZERO);
        if (total.signum() == 0) {
            return 0;
        }
        BigDecimal each = total.divide(BigDecimal.valueOf(costs.sampled()), DECIMALS, RoundingMode.HALF_UP);
        return Math.max(1, each.unscaledValue().longValueExact());
    }
}
