package io.tillflow.models.fraud;

import io.tillflow.models.life.Explained;
import io.tillflow.models.life.Trial;
import io.tillflow.models.life.Trial.VersusLive;
import io.tillflow.models.tabular.Labelled;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Learns from the earlier four fifths of the cases and is judged by what it says of the later fifth. */
final class FraudTrial {
    private static final double LEARNED = 0.8;
    private static final int FEWEST_FRAUDS = 10;
    private final Labelled cases;
    private final int cut;

    FraudTrial(Labelled cases) {
        this.cases = cases;
        this.cut = (int) (cases.truth().length * LEARNED);
    }

    private Labelled part(int from, int to) {
        return cases.pick(IntStream.range(from, to).toArray());
    }

    private Labelled from(int place) {
        return part(Math.min(place, cases.truth().length), cases.truth().length);
    }

    /** What is missing for a trial, although all cases together are enough. */
    Optional<String> missing() {
        Optional<String> earlier = part(0, cut)
                .missing()
                .map(reason -> "in the earlier four fifths of the cases, from which it must be tried, " + reason);
        long later = frauds(from(cut));
        return earlier.or(() -> later >= FEWEST_FRAUDS
                ? Optional.empty()
                : Optional.of("in the later fifth of the cases, on which it must be tried, there are " + later
                        + " with " + cases.label() + "; " + FEWEST_FRAUDS + " are needed"));
    }

    Trial judge(Optional<FraudModel> live, int seen) {
        FraudModel model = Fraud.model(part(0, cut));
        Labelled later = from(cut);
        List<Suspicion> said = new Suspicions(model).of(later.table());
        double[] own = each(said, Suspicion::probability);
        double[] rule = each(said, Suspicion::byRule);
        double[] alike = each(said, it -> model.classifier().prevalence());
        Explained explained = new Explained(came(later));
        boolean ruleTells = explained.share(rule) >= explained.share(alike);
        double[] baseline = ruleTells ? rule : alike;
        return new Trial(
                "share explained of who was turned away (Brier skill)",
                "learned from the earlier 80 % of the cases, judged on the later 20 %",
                own.length,
                explained.share(own),
                ruleTells ? "by " + model.rule().label() + " alone" : "all alike",
                explained.share(baseline),
                explained.gain(own, baseline),
                live.map(version -> versus(version, model, from(Math.max(cut, seen))))
                        .orElse(null));
    }

    /** On cases neither has learned from; nothing when those are too few to tell. */
    private static @Nullable VersusLive versus(FraudModel live, FraudModel model, Labelled unseen) {
        if (frauds(unseen) < FEWEST_FRAUDS) {
            return null;
        }
        Explained explained = new Explained(came(unseen));
        double[] own = each(new Suspicions(model).of(unseen.table()), Suspicion::probability);
        double[] other = each(new Suspicions(live).of(unseen.table()), Suspicion::probability);
        return new VersusLive(own.length, explained.share(own), explained.share(other), explained.gain(own, other));
    }

    private static double[] each(List<Suspicion> said, ToDoubleFunction<Suspicion> figure) {
        return said.stream().mapToDouble(figure).toArray();
    }

    private static long frauds(Labelled some) {
        return IntStream.range(0, some.truth().length)
                .filter(i -> some.truth()[i])
                .count();
    }

    private static double[] came(Labelled some) {
        return IntStream.range(0, some.truth().length)
                .mapToDouble(i -> some.truth()[i] ? 1 : 0)
                .toArray();
    }
}
