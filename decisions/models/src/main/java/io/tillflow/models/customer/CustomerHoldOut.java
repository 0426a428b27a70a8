package io.tillflow.models.customer;

import io.tillflow.models.Fit;
import io.tillflow.models.Result;
import io.tillflow.models.Result.Better;
import io.tillflow.models.Result.Figures;
import io.tillflow.models.Result.Judged;
import io.tillflow.models.measure.Ranking;
import io.tillflow.models.measure.Stopwatch;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Learns from the first half of the days and is judged by the orders of the second. */
final class CustomerHoldOut {
    private static final String NAME = "customer-value";
    private final List<Purchase> purchases;
    private final LocalDate cut;
    private final LocalDate end;

    CustomerHoldOut(List<Purchase> purchases) {
        this.purchases = purchases;
        this.end = CustomerValue.lastDay(purchases);
        LocalDate from =
                purchases.stream().map(Purchase::date).min(LocalDate::compareTo).orElse(end);
        this.cut = from.plusWeeks((ChronoUnit.DAYS.between(from, end) + 1) / 14).minusDays(1);
    }

    List<Result> results() {
        Stopwatch watch = new Stopwatch();
        return switch (CustomerValue.fit(purchases, cut)) {
            case Fit.TooLittle<CustomerModel> none -> throw new io.tillflow.models.table.BadData(none.reason());
            case Fit.Fitted<CustomerModel> fitted -> judge(fitted.model(), watch);
        };
    }

    private record Hindsight(double[] expected, double[] sameAgain, double[] recency, double[] actual) {
        boolean[] back() {
            boolean[] back = new boolean[actual.length];
            for (int i = 0; i < back.length; i++) {
                back[i] = actual[i] > 0;
            }
            return back;
        }
    }

    private Hindsight hindsight(CustomerModel model, double weeks) {
        Map<String, Set<LocalDate>> later = purchases.stream()
                .filter(p -> p.date().isAfter(cut))
                .collect(Collectors.groupingBy(
                        Purchase::customer, Collectors.mapping(Purchase::date, Collectors.toCollection(TreeSet::new))));
        List<History> customers = History.until(cut, purchases);
        return new Hindsight(
                each(customers, c -> model.orders().expectedOrders(c, weeks)),
                each(customers, c -> c.repeats() / Math.max(1, c.age()) * weeks),
                each(customers, c -> c.recency() - c.age()),
                each(customers, c -> later.getOrDefault(c.customer(), Set.of()).size()));
    }

    private static double[] each(List<History> customers, ToDoubleFunction<History> figure) {
        return customers.stream().mapToDouble(figure).toArray();
    }

    private List<Result> judge(CustomerModel model, Stopwatch watch) {
        double weeks = ChronoUnit.DAYS.between(cut, end) / 7.0;
        Hindsight found = hindsight(model, weeks);
        int n = found.actual.length;
        double auc = new Ranking(found.expected, found.back()).auc();
        double byRecency = new Ranking(found.recency, found.back()).auc();
        double error = meanError(found.expected, found.actual);
        double sameAgain = meanError(found.sameAgain, found.actual);
        Judged judged = new Judged("until " + cut + ", then " + Math.round(weeks) + " weeks", n, watch.seconds());
        List<Result> results = new ArrayList<>();
        results.add(Result.of(
                NAME, "mean error of orders", Better.LOWER, new Figures(error, sameAgain, 0.785, 0.005), judged));
        results.add(Result.of(
                NAME, "AUC of buys again", Better.HIGHER, new Figures(auc, byRecency, 0.7725, 0.002), judged));
        publishedOnSameData(model, n)
                .ifPresent(distance -> results.add(Result.of(
                        NAME,
                        "distance from published parameters",
                        Better.LOWER,
                        new Figures(distance, Double.NaN, 0, 0.003),
                        judged)));
        return results;
    }

    /** The largest relative distance of a parameter from what was published for the CDNOW sample, if this is that sample. */
    private Optional<Double> publishedOnSameData(CustomerModel model, int customers) {
        if (customers != 2357 || purchases.size() != 6919) {
            return Optional.empty();
        }
        BgNbd found = model.orders();
        return Optional.of(
                DoubleStream.of(found.r() / 0.243, found.alpha() / 4.414, found.a() / 0.793, found.b() / 2.426)
                        .map(share -> Math.abs(share - 1))
                        .max()
                        .orElse(Double.NaN));
    }

    private static double meanError(double[] expected, double[] actual) {
        return IntStream.range(0, actual.length)
                .mapToDouble(i -> Math.abs(expected[i] - actual[i]))
                .average()
                .orElse(Double.NaN);
    }
}
