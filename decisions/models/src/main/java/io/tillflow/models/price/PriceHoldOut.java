package io.tillflow.models.price;

import io.tillflow.models.Result;
import io.tillflow.models.Result.Better;
import io.tillflow.models.Result.Figures;
import io.tillflow.models.Result.Judged;
import io.tillflow.models.measure.Stopwatch;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Learns from the first four fifths of the weeks and is judged by the last. */
final class PriceHoldOut {
    private final List<Offer> offers;

    PriceHoldOut(List<Offer> offers) {
        this.offers = offers;
    }

    List<Result> results() {
        Stopwatch watch = new Stopwatch();
        double first = offers.stream().mapToDouble(Offer::week).min().orElse(0);
        double last = offers.stream().mapToDouble(Offer::week).max().orElse(0);
        double cut = Math.floor(first + (last - first) * 0.8);
        PriceModel model =
                Elasticity.learn(offers.stream().filter(o -> o.week() <= cut).toList());
        List<Offer> later = offers.stream()
                .filter(o -> o.week() > cut && Double.isFinite(model.logUnits(o)))
                .toList();
        double explained = explained(later, model::logUnits);
        double byMeans = explained(later, o -> {
            PriceModel.Usual usual =
                    model.cells().getOrDefault(o.cell(), model.products().get(o.product()));
            return usual == null ? 0 : usual.logUnits();
        });
        double inside = later.stream()
                .filter(o -> Math.abs(o.logUnits() - model.logUnits(o)) <= 1.645 * model.spread())
                .count();
        double plausible =
                model.weights().values().stream().filter(own -> own[0] < 0).count();
        Judged on = new Judged("weeks until " + (int) cut + ", then the rest", later.size(), watch.seconds());
        return List.of(
                Result.of("price", "R2 of log units", Better.HIGHER, new Figures(explained, byMeans, 0.726, 0.005), on),
                Result.within("price", "coverage of 90 %", inside / later.size(), new double[] {0.85, 0.95}, on),
                Result.of(
                        "price",
                        "products whose demand falls with price",
                        Better.HIGHER,
                        new Figures(plausible / model.weights().size(), Double.NaN, 1, 0),
                        on));
    }

    private static double explained(List<Offer> later, ToDoubleFunction<Offer> prediction) {
        double mean = later.stream().mapToDouble(Offer::logUnits).average().orElse(0);
        double off = 0;
        double all = 0;
        for (Offer offer : later) {
            off += Math.pow(offer.logUnits() - prediction.applyAsDouble(offer), 2);
            all += Math.pow(offer.logUnits() - mean, 2);
        }
        return 1 - off / all;
    }
}
