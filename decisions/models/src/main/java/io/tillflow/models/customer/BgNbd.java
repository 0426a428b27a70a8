package io.tillflow.models.customer;

import static org.apache.commons.math3.special.Gamma.logGamma;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fader, Hardie and Lee's model: customers order at a gamma-distributed rate and leave after an order with a beta-distributed
 * probability. No library for the JVM has it.
 */
public record BgNbd(double r, double alpha, double a, double b) {
    /** Customers who are all alike in leaving have no largest a + b; beyond this it changes nothing but the series, which overflows. */
    private static final double MOST_ALIKE = 200;

    private record Pattern(int repeats, double recency, double age) {}

    /** By maximum likelihood. */
    public static BgNbd fit(List<History> customers) {
        Map<Pattern, Long> patterns = customers.stream()
                .map(c -> new Pattern(c.repeats(), c.recency(), c.age()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        double[] best = Likelihood.maximise(4, logs -> {
            BgNbd model = of(logs);
            return model.a + model.b > MOST_ALIKE
                    ? Double.NEGATIVE_INFINITY
                    : patterns.entrySet().stream()
                            .mapToDouble(p -> p.getValue() * model.logLikelihood(p.getKey()))
                            .sum();
        });
        return of(best);
    }

    private static BgNbd of(double[] logs) {
        return new BgNbd(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3]));
    }

    double logLikelihood(Collection<History> customers) {
        return customers.stream()
                .mapToDouble(c -> logLikelihood(new Pattern(c.repeats(), c.recency(), c.age())))
                .sum();
    }

    private double logLikelihood(Pattern c) {
        double common = logGamma(r + c.repeats)
                - logGamma(r)
                + r * Math.log(alpha)
                + logGamma(a + b)
                + logGamma(b + c.repeats)
                - logGamma(b)
                - logGamma(a + b + c.repeats);
        double stayed = -(r + c.repeats) * Math.log(alpha + c.age);
        if (c.repeats == 0) {
            return common + stayed;
        }
        double left = Math.log(a / (b + c.repeats - 1)) - (r + c.repeats) * Math.log(alpha + c.recency);
        double larger = Math.max(stayed, left);
        return common + larger + Math.log(Math.exp(stayed - larger) + Math.exp(left - larger));
    }

    /** The probability that the customer has not left. */
    public double alive(History c) {
        return 1 / (1 + oddsGone(c));
    }

    private double oddsGone(History c) {
        return c.repeats() == 0
                ? 0
                : a
                        / (b + c.repeats() - 1)
                        * Math.exp((r + c.repeats()) * Math.log((alpha + c.age()) / (alpha + c.recency())));
    }

    /** Orders to expect in the weeks ahead. Euler's transformation keeps the series small for customers with many orders. */
    public double expectedOrders(History c, double weeks) {
        double edge = Math.abs(a - 1) < 1e-6 ? a + 1e-6 : a;
        double sum = edge + b + c.repeats() - 1;
        double passed = weeks / (alpha + c.age() + weeks);
        double series = Hypergeometric.sum(new double[] {edge + b - 1 - r, edge - 1, sum}, passed);
        double ordersIfAlive = sum / (edge - 1) * (1 - Math.pow(1 - passed, edge - 1) * series);
        return Math.max(0, ordersIfAlive / (1 + oddsGone(c)));
    }

    /** Weeks until half of such customers, if they have not left, have ordered again. */
    public double medianWeeksToNext(History c) {
        return (alpha + c.age()) * (Math.pow(2, 1 / (r + c.repeats())) - 1);
    }
}
