package io.tillflow.models.customer;

import io.tillflow.models.Fit;
import io.tillflow.models.life.Gain;
import io.tillflow.models.life.Trial;
import io.tillflow.models.life.Trial.VersusLive;
import io.tillflow.models.table.BadData;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Learns from the earlier four fifths of the days and is judged by how often each customer ordered in the later fifth. */
final class CustomerTrial {
    private static final double LEARNED = 0.8;
    private static final int FEWEST_DAYS_AFTER = 28;

    private final List<Purchase> purchases;
    private final LocalDate cut;
    private final LocalDate end;

    CustomerTrial(List<Purchase> purchases) {
        this.purchases = purchases;
        this.cut = cut(purchases);
        this.end = CustomerValue.lastDay(purchases);
    }

    static LocalDate cut(List<Purchase> purchases) {
        LocalDate from = CustomerValue.firstDay(purchases);
        return from.plusDays((long) (ChronoUnit.DAYS.between(from, CustomerValue.lastDay(purchases)) * LEARNED));
    }

    Trial judge(Optional<CustomerModel> live) {
        CustomerModel model = switch (CustomerValue.fit(purchases, cut)) {
            case Fit.TooLittle<CustomerModel> none -> throw new BadData(none.reason());
            case Fit.Fitted<CustomerModel> fitted -> fitted.model();
        };
        Later later = new Later(cut);
        double[] own = later.misses(later.expected(model));
        double[] same = later.misses(later.each(c -> c.repeats() / Math.max(1, c.age()) * later.weeks));
        double rate = later.rate();
        double[] alike = later.misses(later.each(c -> rate * later.weeks));
        boolean asBefore = sum(same) <= sum(alike);
        double[] baseline = asBefore ? same : alike;
        return new Trial(
                "share explained of how often each customer orders (R2)",
                "learned from the days to " + cut + ", judged on how often each customer ordered in the "
                        + Math.round(later.weeks) + " weeks after",
                later.actual.length,
                later.explained(own),
                asBefore ? "as often as before" : "everybody alike",
                later.explained(baseline),
                later.gain(own, baseline),
                live.map(version -> versus(version, model)).orElse(null));
    }

    /** On days neither has learned from; nothing when those are too few to tell. */
    private @Nullable VersusLive versus(CustomerModel live, CustomerModel model) {
        LocalDate unseen = live.until().isAfter(cut) ? live.until() : cut;
        if (ChronoUnit.DAYS.between(unseen, end) < FEWEST_DAYS_AFTER) {
            return null;
        }
        Later later = new Later(unseen);
        double[] own = later.misses(later.expected(model));
        double[] other = later.misses(later.expected(live));
        return new VersusLive(
                later.actual.length, later.explained(own), later.explained(other), later.gain(own, other));
    }

    /** The customers as they were known on a day, and how often each came afterwards. */
    private final class Later {
        private final List<History> customers;
        private final double[] actual;
        private final double weeks;

        Later(LocalDate day) {
            this.customers = History.until(day, purchases);
            this.weeks = ChronoUnit.DAYS.between(day, end) / 7.0;
            Map<String, Long> came = purchases.stream()
                    .filter(purchase -> purchase.date().isAfter(day))
                    .map(purchase -> Map.entry(purchase.customer(), purchase.date()))
                    .distinct()
                    .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.counting()));
            this.actual = each(customer -> came.getOrDefault(customer.customer(), 0L));
        }

        double[] each(ToDoubleFunction<History> figure) {
            return customers.stream().mapToDouble(figure).toArray();
        }

        double[] expected(CustomerModel model) {
            return each(customer -> model.orders().expectedOrders(customer, weeks));
        }

        /** Orders a week over all customers so far. */
        double rate() {
            return sum(each(History::repeats)) / Math.max(1, sum(each(History::age)));
        }

        double[] misses(double[] expected) {
            return IntStream.range(0, actual.length)
                    .mapToDouble(i -> (expected[i] - actual[i]) * (expected[i] - actual[i]))
                    .toArray();
        }

        private double spread() {
            double mean = sum(actual) / Math.max(1, actual.length);
            return Arrays.stream(actual)
                    .map(orders -> (orders - mean) * (orders - mean))
                    .sum();
        }

        /** Nothing where every customer came equally often, since there is nothing to explain. */
        double explained(double[] misses) {
            double spread = spread();
            return spread == 0 ? 0 : 1 - sum(misses) / spread;
        }

        Gain gain(double[] own, double[] other) {
            double unit = spread() / Math.max(1, actual.length);
            return Gain.of(IntStream.range(0, own.length)
                    .mapToDouble(i -> unit == 0 ? 0 : (other[i] - own[i]) / unit)
                    .toArray());
        }
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
