package io.tillflow.models.price;

import io.tillflow.models.life.Explained;
import io.tillflow.models.life.Trial;
import io.tillflow.models.life.Trial.VersusLive;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Learns from the earlier four fifths of the weeks and is judged by what was sold at which price in the later fifth. */
final class PriceTrial {
    private static final double LEARNED = 0.8;
    private static final double LATELY = 20;
    private static final int FEWEST_UNSEEN = 100;
    private static final double MIDDLE_NINETY = 1.645;

    private final List<Offer> offers;
    private final List<Offer> earlier;
    private final double cut;

    PriceTrial(List<Offer> offers) {
        this.offers = offers;
        double first = offers.stream().mapToDouble(Offer::week).min().orElse(0);
        double last = offers.stream().mapToDouble(Offer::week).max().orElse(0);
        this.cut = Math.floor(first + (last - first) * LEARNED);
        this.earlier = offers.stream().filter(offer -> offer.week() <= cut).toList();
    }

    List<Offer> earlier() {
        return earlier;
    }

    Trial judge(Optional<PriceModel> live, int seen) {
        PriceModel model = Elasticity.learn(earlier);
        List<Offer> later = known(offers.stream().filter(offer -> offer.week() > cut), model);
        double[] own = each(later, model::logUnits);
        double[] usual = each(
                later,
                offer -> Objects.requireNonNull(model.cells().get(offer.cell())).logUnits());
        Map<String, Double> means = lately();
        double[] recent = each(
                later,
                offer -> means.getOrDefault(
                        offer.cell(),
                        Objects.requireNonNull(model.cells().get(offer.cell())).logUnits()));
        Explained explained = new Explained(each(later, Offer::logUnits));
        boolean lately = explained.share(recent) >= explained.share(usual);
        double[] rule = lately ? recent : usual;
        long inside = later.stream()
                .filter(offer -> Math.abs(offer.logUnits() - model.logUnits(offer)) <= MIDDLE_NINETY * model.spread())
                .count();
        return new Trial(
                "share explained of how much was sold in a week (R2 of its logarithm)",
                "learned from the earlier 80 % of the weeks, judged on what was sold at which price in the later 20 %",
                later.size(),
                explained.share(own),
                lately ? "as much as lately, whatever it costs" : "as much as usual, whatever it costs",
                explained.share(rule),
                explained.gain(own, rule),
                live.map(version -> versus(version, model, seen)).orElse(null),
                later.isEmpty() ? null : (double) inside / later.size());
    }

    /** What each sold lately, whatever it cost. */
    private Map<String, Double> lately() {
        return earlier.stream()
                .filter(offer -> offer.week() > cut - LATELY)
                .collect(Collectors.groupingBy(Offer::cell, HashMap::new, Collectors.averagingDouble(Offer::logUnits)));
    }

    /** On weeks neither has learned from; nothing when those are too few to tell. */
    private @Nullable VersusLive versus(PriceModel live, PriceModel model, int seen) {
        List<Offer> unseen = known(
                offers.subList(Math.min(seen, offers.size()), offers.size()).stream()
                        .filter(offer -> offer.week() > cut && Double.isFinite(live.logUnits(offer))),
                model);
        if (unseen.size() < FEWEST_UNSEEN) {
            return null;
        }
        Explained explained = new Explained(each(unseen, Offer::logUnits));
        double[] own = each(unseen, model::logUnits);
        double[] other = each(unseen, live::logUnits);
        return new VersusLive(unseen.size(), explained.share(own), explained.share(other), explained.gain(own, other));
    }

    private static List<Offer> known(java.util.stream.Stream<Offer> some, PriceModel model) {
        return some.filter(offer -> model.cells().containsKey(offer.cell())).toList();
    }

    private static double[] each(List<Offer> some, ToDoubleFunction<Offer> figure) {
        return some.stream().mapToDouble(figure).toArray();
    }
}
