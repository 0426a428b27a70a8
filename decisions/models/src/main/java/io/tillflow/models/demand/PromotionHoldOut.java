package io.tillflow.models.demand;

import io.tillflow.models.Result;
import io.tillflow.models.Result.Better;
import io.tillflow.models.Result.Figures;
import io.tillflow.models.Result.Judged;
import io.tillflow.models.life.Trial;
import io.tillflow.models.measure.Stopwatch;
import java.util.List;
import java.util.Optional;

/** Forecasts the latest weeks as in a shop, knowing what was planned to be taken off in them and not knowing it. */
final class PromotionHoldOut {
    private final Sales sales;

    PromotionHoldOut(Sales sales) {
        this.sales = new Sales(
                sales.until(),
                sales.days(),
                sales.items().stream()
                        .filter(item -> ShopDemand.missing(item).isEmpty())
                        .toList());
    }

    List<Result> results() {
        Stopwatch watch = new Stopwatch();
        Trial known = new DemandTrial(sales, Optional.empty()).judge();
        Sales blind = new Sales(
                sales.until(),
                sales.days(),
                sales.items().stream().map(Item::withoutOffers).toList());
        Trial unknown = new DemandTrial(blind, Optional.empty()).judge();
        Judged on = new Judged(
                "items with offers: " + known.split() + "; baseline: offers not known", known.cases(), watch.seconds());
        double coverage = known.coverage() == null ? Double.NaN : known.coverage();
        return List.of(
                Result.of(
                        "demand",
                        "units of four weeks foreseen, offers planned",
                        Better.HIGHER,
                        new Figures(known.figure(), Math.max(unknown.figure(), known.baseline()), Double.NaN, 0),
                        on),
                Result.within("demand", "coverage of 90 %, offers planned", coverage, new double[] {0.84, 0.96}, on));
    }
}
