package io.tillflow.models.demand;

import io.tillflow.models.life.Gain;
import io.tillflow.models.life.Trial;
import io.tillflow.models.life.Trial.VersusLive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Forecasts the latest weeks, four at a time, each time from nothing but what was known before, beside the simple rules it would replace. */
final class DemandTrial {
    private static final int MOST_ROUNDS = 3;
    private static final int FEWEST_BEFORE = 8;
    private static final int MOST_ITEMS = 3000;
    private static final Map<String, Method> RULES = new LinkedHashMap<>();

    static {
        RULES.put("as many as on average of all weeks", Method.MEAN);
        RULES.put("as many as on average of the last eight weeks", Method.RECENT);
        RULES.put("as many as in the weeks a year before, else in the week before", Method.SEASONAL_NAIVE);
    }

    private final Sales sales;
    private final List<Missed> items;
    private final int rounds;

    /** One item's misses, in units of four weeks, over all rounds; {@code live} only on weeks which the version in use has not seen. */
    private static final class Missed {
        private double came;
        private double own;
        private final double[] rules = new double[RULES.size()];
        private int unseen;
        private double unseenCame;
        private double unseenOwn;
        private double unseenLive;
    }

    private int inside;
    private int cases;

    DemandTrial(Sales sales, Optional<ShopDemand> live) {
        int every = Math.max(1, sales.items().size() / MOST_ITEMS);
        List<Item> some = new ArrayList<>();
        for (int i = 0; i < sales.items().size(); i += every) {
            some.add(sales.items().get(i));
        }
        this.sales = new Sales(sales.until(), sales.days(), some);
        this.rounds = (int) Math.clamp((sales.days() / 7 - FEWEST_BEFORE) / Chooser.AHEAD, 1, MOST_ROUNDS);
        Map<String, Missed> misses = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            play(round * Chooser.AHEAD, live, misses);
        }
        this.items = List.copyOf(misses.values());
    }

    private void play(int hidden, Optional<ShopDemand> live, Map<String, Missed> misses) {
        Sales known = sales.before(hidden);
        List<Item> learnable = known.items().stream()
                .filter(item -> item.weeks().length >= FEWEST_BEFORE)
                .toList();
        ShopDemand model = ShopDemand.learn(new Sales(known.until(), known.days(), learnable));
        Map<String, Item> before = new java.util.HashMap<>();
        learnable.forEach(item -> before.put(item.id(), item));
        Optional<ShopDemand> unseen = live.filter(version -> !version.until().isAfter(known.until()));
        for (Item whole : sales.items()) {
            Item item = before.get(whole.id());
            int from = whole.weeks().length - hidden;
            double came = item == null
                    ? Double.NaN
                    : Arrays.stream(whole.weeks(), from, from + Chooser.AHEAD).sum();
            if (item != null && Double.isFinite(came)) {
                judge(misses.computeIfAbsent(item.id(), id -> new Missed()), came, item, model);
                unseen.ifPresent(version -> {
                    Missed into = java.util.Objects.requireNonNull(misses.get(item.id()));
                    into.unseen++;
                    into.unseenCame += came;
                    into.unseenOwn += Math.abs(month(model, item).mean() - came);
                    into.unseenLive += Math.abs(month(version, item).mean() - came);
                });
            }
        }
    }

    private void judge(Missed into, double came, Item item, ShopDemand model) {
        Forecast month = month(model, item);
        into.came += came;
        into.own += Math.abs(month.mean() - came);
        double[] past = item.filled();
        int rule = 0;
        for (Method method : RULES.values()) {
            into.rules[rule++] += Math.abs(Chooser.sum(method, past) - came);
        }
        cases++;
        inside += month.quantiles()[1] <= came && came <= month.quantiles()[5] ? 1 : 0;
    }

    private static Forecast month(ShopDemand model, Item item) {
        return model.forecast(item).get(Chooser.AHEAD - 1).together();
    }

    Trial judge() {
        int best = 0;
        for (int rule = 1; rule < RULES.size(); rule++) {
            best = missed(rule) < missed(best) ? rule : best;
        }
        int chosen = best;
        double came = sum(item -> item.came);
        return new Trial(
                "share of the units of four weeks that was foreseen, item by item",
                "the latest " + rounds * Chooser.AHEAD + " weeks forecast four at a time from what was known before",
                items.size(),
                foreseen(sum(item -> item.own), came),
                List.copyOf(RULES.keySet()).get(chosen),
                foreseen(missed(chosen), came),
                gain(items, item -> item.rules[chosen] - item.own, came),
                versus(),
                cases == 0 ? null : (double) inside / cases);
    }

    private @Nullable VersusLive versus() {
        List<Missed> both = items.stream().filter(item -> item.unseen > 0).toList();
        double came = both.stream().mapToDouble(item -> item.unseenCame).sum();
        return both.size() < 2
                ? null
                : new VersusLive(
                        both.size(),
                        foreseen(
                                both.stream()
                                        .mapToDouble(item -> item.unseenOwn)
                                        .sum(),
                                came),
                        foreseen(
                                both.stream()
                                        .mapToDouble(item -> item.unseenLive)
                                        .sum(),
                                came),
                        gain(both, item -> item.unseenLive - item.unseenOwn, came));
    }

    private double missed(int rule) {
        return sum(item -> item.rules[rule]);
    }

    private double sum(ToDoubleFunction<Missed> figure) {
        return items.stream().mapToDouble(figure).sum();
    }

    /** Nothing where nothing was sold. */
    private static double foreseen(double missed, double came) {
        return came == 0 ? 0 : 1 - missed / came;
    }

    private static Gain gain(List<Missed> items, ToDoubleFunction<Missed> fewerMissed, double came) {
        double unit = came / Math.max(1, items.size());
        return Gain.of(items.stream()
                .mapToDouble(item -> unit == 0 ? 0 : fewerMissed.applyAsDouble(item) / unit)
                .toArray());
    }
}
