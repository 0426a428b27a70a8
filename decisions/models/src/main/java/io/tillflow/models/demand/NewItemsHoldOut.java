package io.tillflow.models.demand;

import io.tillflow.models.Result;
import io.tillflow.models.Result.Better;
import io.tillflow.models.Result.Figures;
import io.tillflow.models.Result.Judged;
import io.tillflow.models.measure.Stopwatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Hides a fifth of the items at a time and forecasts four periods of each as if it was new: at once, and after two, four and eight. */
final class NewItemsHoldOut {
    private static final int PARTS = 5;
    private static final int[] KNOWN = {0, 2, 4, 8};

    private static final String NOTHING = "nothing of it known";
    private static final String SOMETHING = "two, four and eight periods of it known";

    private final List<Item> items;
    private final String of;

    /** @param of what they are, for people */
    NewItemsHoldOut(List<Item> items, String of) {
        List<Item> shuffled = new ArrayList<>(items.stream()
                .filter(item -> item.weeks().length >= KNOWN[KNOWN.length - 1] + Chooser.AHEAD)
                .toList());
        Collections.shuffle(shuffled, new Random(7));
        this.items = shuffled;
        this.of = of;
    }

    private static final class Sums {
        private double came;
        private double missed;
        private double missedByAlike;
        private double missedByOwn;
        private int inside;
        private int cases;
    }

    List<Result> results() {
        Stopwatch watch = new Stopwatch();
        Map<String, Sums> sums = new TreeMap<>();
        for (int part = 0; part < PARTS; part++) {
            play(part, sums);
        }
        List<Result> results = new ArrayList<>();
        int inside = 0;
        int cases = 0;
        for (Map.Entry<String, Sums> entry : sums.entrySet()) {
            Sums one = entry.getValue();
            results.add(Result.of(
                    "demand",
                    "missed of a new item's four periods",
                    Better.LOWER,
                    new Figures(
                            one.missed / one.came,
                            Math.min(one.missedByAlike, one.missedByOwn) / one.came,
                            Double.NaN,
                            0),
                    new Judged(hidden() + ", " + entry.getKey(), one.cases, watch.seconds())));
            inside += one.inside;
            cases += one.cases;
        }
        results.add(Result.within(
                "demand",
                "coverage of 90 %, new items",
                (double) inside / cases,
                new double[] {0.86, 0.95},
                new Judged(hidden(), cases, watch.seconds())));
        return results;
    }

    private String hidden() {
        return of + ", a fifth at a time hidden";
    }

    private void play(int part, Map<String, Sums> sums) {
        List<Item> known = new ArrayList<>();
        List<Item> hidden = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            (i % PARTS == part ? hidden : known).add(items.get(i));
        }
        Effects effects = Effects.learn(known);
        NewItems model = NewItems.learn(known.stream().map(effects::without).toList());
        for (int weeks : KNOWN) {
            Sums into = sums.computeIfAbsent(weeks == 0 ? NOTHING : SOMETHING, first -> new Sums());
            hidden.forEach(item -> judge(model, effects, item, weeks, into));
        }
    }

    private static void judge(NewItems model, Effects effects, Item item, int known, Sums into) {
        double came = Arrays.stream(item.weeks(), known, known + Chooser.AHEAD).sum();
        Item fresh = item.first(known);
        Optional<NewItems.Level> alike = model.alike(fresh);
        if (!Double.isFinite(came) || alike.isEmpty()) {
            return;
        }
        Forecast told = model.forecast(effects.without(fresh), alike.get(), effects.ahead(fresh))
                .get(Chooser.AHEAD - 1)
                .together();
        into.came += came;
        into.missed += Math.abs(told.mean() - came);
        into.missedByAlike += Math.abs(Chooser.AHEAD * alike.get().units() - came);
        double own = Arrays.stream(fresh.weeks())
                .filter(Double::isFinite)
                .average()
                .orElse(alike.get().units());
        into.missedByOwn += Math.abs(Chooser.AHEAD * own - came);
        into.inside += told.quantiles()[1] <= came && came <= told.quantiles()[5] ? 1 : 0;
        into.cases++;
    }
}
