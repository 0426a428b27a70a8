package io.tillflow.studio.processes;

import io.tillflow.engine.history.HeatMaps.ElementHeat;
import io.tillflow.engine.history.HeatMaps.HeatMap;
import io.tillflow.studio.costs.Costs;
import io.tillflow.studio.costs.StepCost;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What was measured of a version, with what its steps cost when that is asked for. */
record Heat(HeatMap map, Optional<Costs> costs) {

    /** A step; its cost over all that was sampled in minor units, at least one if it cost anything. */
    record Step(ElementHeat heat, long minor) {
        String elementId() {
            return heat.elementId();
        }
    }

    List<Step> steps() {
        return map.elements().stream()
                .map(it -> new Step(
                        it, costs.map(all -> minor(all, it.elementId())).orElse(0L)))
                .toList();
    }

    private static long minor(Costs costs, String elementId) {
        BigDecimal total = costs.step(elementId).map(StepCost::total).orElse(BigDecimal.ZERO);
        int digits = Currency.getInstance(costs.currency()).getDefaultFractionDigits();
        return Math.max(
                total.signum(),
                total.movePointRight(digits).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }
}
