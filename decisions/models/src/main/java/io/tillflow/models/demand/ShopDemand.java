package io.tillflow.models.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was learned from a shop's weeks: which way of forecasting suits each item, and how far forecasts missed, in each item's own scale.
 *
 * @param until the last day it learned from
 * @param usual what suits all items best, for those that are new since
 * @param week how far a single week was missed: a row a week ahead, a column a level of {@link Forecast#LEVELS}
 * @param together the same of all weeks up to that one together
 * @param effects of promotions and the time of year; absent in models of before they were learned
 * @param newItems what new items sell; absent there too
 */
record ShopDemand(
        LocalDate until,
        Method usual,
        Map<String, Choice> choices,
        double[][] week,
        double[][] together,
        @Nullable Effects effects,
        @Nullable NewItems newItems) {
    static final int WEEKS = 13;
    static final int FEWEST_WEEKS = 12;
    static final int FEWEST_UNITS = 12;
    private static final int ORIGINS = 10;
    private static final int STRIDE = 3;
    private static final int FEWEST_BEFORE = 6;
    /** More would not change the misses of them all. */
    private static final int MOST_TRIED = 1500;

    ShopDemand {
        choices = Map.copyOf(choices);
    }

    /** Without what is known of effects and of new items. */
    ShopDemand(LocalDate until, Method usual, Map<String, Choice> choices, double[][] week, double[][] together) {
        this(until, usual, choices, week, together, null, null);
    }

    /** The weeks ahead, each alone and all up to it together. */
    record Ahead(Forecast week, Forecast together) {}

    /** Learns from all items that it is given. */
    static ShopDemand learn(Sales sales) {
        Effects effects = Effects.learn(sales.items());
        List<Item> items = sales.items().stream().map(effects::without).toList();
        Chooser chooser = new Chooser(items);
        Map<String, Choice> choices = chooser.choices();
        Misses single = new Misses(ORIGINS);
        Misses sums = new Misses(ORIGINS);
        int every = Math.max(1, items.size() / MOST_TRIED);
        Effects early = early(sales, effects);
        for (int i = 0; i < items.size(); i += every) {
            Item item = early.without(sales.items().get(i));
            miss(item, java.util.Objects.requireNonNull(choices.get(item.id())), single, sums);
        }
        return new ShopDemand(
                sales.until(),
                chooser.usual(),
                choices,
                single.quantiles(false),
                sums.quantiles(true),
                effects,
                NewItems.learn(items));
    }

    /** As they were known before the weeks on which it is tried, where there was enough before; else they would look surer than they are. */
    private static Effects early(Sales sales, Effects effects) {
        int tried = ORIGINS * STRIDE;
        return sales.days() < 7L * (tried + Chooser.YEAR)
                ? effects
                : Effects.learn(sales.before(tried).items());
    }

    private static void miss(Item item, Choice choice, Misses single, Misses sums) {
        double[] past = item.filled();
        for (int origin = 0; origin < ORIGINS; origin++) {
            int cut = past.length - Chooser.AHEAD - origin * STRIDE;
            if (cut < FEWEST_BEFORE) {
                return;
            }
            double[] means = choice.method().forecast(Arrays.copyOf(past, cut), WEEKS, Chooser.YEAR);
            double off = 0;
            for (int i = 0; i < WEEKS && cut + i < past.length && Double.isFinite(item.weeks()[cut + i]); i++) {
                off += past[cut + i] - means[i];
                single.add(i, origin, (past[cut + i] - means[i]) / choice.scale());
                sums.add(i, origin, off / choice.scale() / Math.sqrt(i + 1));
            }
        }
    }

    List<Ahead> forecast(Item item) {
        double[] past = known().without(item).filled();
        Choice choice = choice(item);
        double[] means = choice.method().forecast(past, WEEKS, Chooser.YEAR);
        double[] times = known().ahead(item);
        List<Ahead> ahead = new ArrayList<>();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < WEEKS; i++) {
            sum += means[i] * times[i];
            squares += times[i] * times[i];
            ahead.add(new Ahead(
                    around(means[i] * times[i], choice.scale() * times[i], week[i]),
                    around(sum, choice.scale() * Math.sqrt(squares), together[i])));
        }
        return ahead;
    }

    /** Of an item too new for that, from what items alike sold; empty when too few are. */
    Optional<List<Ahead>> forecastNew(Item item) {
        return alike(item)
                .map(level -> java.util.Objects.requireNonNull(newItems)
                        .forecast(known().without(item), level, known().ahead(item)));
    }

    /** What a new item is like. */
    Optional<NewItems.Level> alike(Item item) {
        return newItems == null ? Optional.empty() : newItems.alike(item);
    }

    private Effects known() {
        return effects == null ? Effects.NONE : effects;
    }

    Choice choice(Item item) {
        Choice known = choices.get(item.id());
        return known == null
                ? Chooser.usual(
                        usual,
                        Arrays.stream(known().without(item).filled()).average().orElse(0))
                : known;
    }

    private static Forecast around(double mean, double scale, double[] misses) {
        return new Forecast(
                mean,
                Arrays.stream(misses)
                        .map(miss -> Math.max(0, mean + miss * scale))
                        .toArray());
    }

    /** Whether it is offered for too short to be forecast from its own past. */
    static boolean isNew(Item item) {
        return item.weeks().length < FEWEST_WEEKS;
    }

    /** Why its own past says nothing of an item; empty when there is enough. */
    static String missing(Item item) {
        if (item.weeks().length < FEWEST_WEEKS) {
            return "sold for " + item.weeks().length + " whole weeks; " + FEWEST_WEEKS + " are needed";
        }
        return item.units() < FEWEST_UNITS
                ? "sold " + Math.round(item.units()) + " times; " + FEWEST_UNITS + " are needed"
                : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ShopDemand that
                && until.equals(that.until)
                && choices.equals(that.choices)
                && Arrays.deepEquals(together, that.together);
    }

    @Override
    public int hashCode() {
        return until.hashCode() * 31 + choices.hashCode();
    }
}
