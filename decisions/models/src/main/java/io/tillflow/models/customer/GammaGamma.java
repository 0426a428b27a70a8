package io.tillflow.models.customer;

import static org.apache.commons.math3.special.Gamma.logGamma;

import java.util.List;

/** Fader and Hardie's model of what an order is worth, which draws few orders towards what all customers spend. */
public record GammaGamma(double p, double q, double v) {
    /** By maximum likelihood, from customers who came back. */
    public static GammaGamma fit(List<History> customers) {
        List<History> repeaters = customers.stream()
                .filter(c -> c.repeats() > 0 && c.meanAmount() > 0)
                .toList();
        double[] best = Likelihood.maximise(3, logs -> {
            GammaGamma model = of(logs);
            return repeaters.stream().mapToDouble(model::logLikelihood).sum();
        });
        return of(best);
    }

    private static GammaGamma of(double[] logs) {
        return new GammaGamma(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]));
    }

    private double logLikelihood(History c) {
        double px = p * c.repeats();
        return logGamma(px + q)
                - logGamma(px)
                - logGamma(q)
                + q * Math.log(v)
                + (px - 1) * Math.log(c.meanAmount())
                + px * Math.log(c.repeats())
                - (px + q) * Math.log(c.repeats() * c.meanAmount() + v);
    }

    /** What an order of this customer is worth on average. */
    public double expectedAmount(History c) {
        double px = p * c.repeats();
        if (px + q <= 1) {
            return c.meanAmount();
        }
        return (v * p + px * c.meanAmount()) / (px + q - 1);
    }
}
