package io.tillflow.connectors.intelligence;

import java.time.Instant;
import java.util.List;

/**
 * How far what is bought has moved from what a version learned from.
 *
 * @param psi population stability index: below 0.1 nothing to speak of, from 0.2 on the world is another one
 * @param orders since the version's window
 */
public record Drift(int version, double psi, int orders, Instant at) {
    static final double MUCH = 0.2;
    private static final int APART = 20;

    /** How often a product was in an order then and since. */
    record Bought(String product, long then, long since) {}

    boolean isMuch() {
        return psi >= MUCH;
    }

    /** Over the products bought most then, each apart, and all others together. */
    static double psi(List<Bought> mostBoughtFirst) {
        double[] then = new double[APART + 1];
        double[] since = new double[APART + 1];
        for (int i = 0; i < mostBoughtFirst.size(); i++) {
            then[Math.min(i, APART)] += mostBoughtFirst.get(i).then();
            since[Math.min(i, APART)] += mostBoughtFirst.get(i).since();
        }
        double psi = 0;
        double thenAll = sum(then);
        double sinceAll = sum(since);
        for (int i = 0; i <= APART; i++) {
            double before = (then[i] + 0.5) / (thenAll + 0.5 * (APART + 1));
            double after = (since[i] + 0.5) / (sinceAll + 0.5 * (APART + 1));
            psi += (after - before) * Math.log(after / before);
        }
        return psi;
    }

    private static double sum(double[] values) {
        return java.util.Arrays.stream(values).sum();
    }
}
