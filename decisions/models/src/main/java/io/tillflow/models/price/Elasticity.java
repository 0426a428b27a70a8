package io.tillflow.models.price;

import io.tillflow.models.price.PriceModel.Usual;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Learns how demand answers: a ridge regression of logarithms within each shop and product, in which products share one answer
 * and differ from it only as far as their data insists.
 */
final class Elasticity {
    private static final double RIDGE_SHARED = 0.1;
    private static final double RIDGE_OWN = 5;
    private static final int RECENT_WEEKS = 20;
    private static final double SHRINK_RECENT = 10;
    private final List<Offer> offers;
    private final List<String> products;
    private final Map<String, Usual> cells;
    private final int drivers;

    private Elasticity(List<Offer> offers) {
        this.offers = offers;
        this.products =
                List.copyOf(new TreeSet<>(offers.stream().map(Offer::product).toList()));
        this.cells = usual(offers, Offer::cell);
        this.drivers = offers.get(0).drivers().length;
    }

    static PriceModel learn(List<Offer> offers) {
        return new Elasticity(offers).model();
    }

    private static Map<String, Usual> usual(List<Offer> offers, java.util.function.Function<Offer, String> key) {
        Map<String, List<Offer>> groups = new HashMap<>();
        offers.forEach(offer ->
                groups.computeIfAbsent(key.apply(offer), k -> new ArrayList<>()).add(offer));
        Map<String, Usual> usual = new HashMap<>();
        groups.forEach((name, group) -> {
            double[] means = new double[group.get(0).drivers().length];
            double units = 0;
            for (Offer offer : group) {
                double[] drivers = offer.drivers();
                for (int k = 0; k < means.length; k++) {
                    means[k] += drivers[k] / group.size();
                }
                units += offer.logUnits() / group.size();
            }
            usual.put(name, new Usual(units, means, group.size(), 0));
        });
        return usual;
    }

    private PriceModel model() {
        int width = drivers * (1 + products.size());
        RealMatrix gram = new Array2DRowRealMatrix(width, width);
        double[] right = new double[width];
        for (Offer offer : offers) {
            accumulate(offer, gram, right);
        }
        for (int i = 0; i < width; i++) {
            gram.addToEntry(i, i, i < drivers ? RIDGE_SHARED : RIDGE_OWN);
        }
        DecompositionSolver solver = new CholeskyDecomposition(gram).getSolver();
        double[] solution = solver.solve(new ArrayRealVector(right)).toArray();
        Map<String, double[]> weights = new HashMap<>();
        for (int p = 0; p < products.size(); p++) {
            double[] own = new double[drivers];
            for (int k = 0; k < drivers; k++) {
                own[k] = solution[k] + solution[drivers * (1 + p) + k];
            }
            weights.put(products.get(p), own);
        }
        return withRecent(new PriceModel(cells, usual(offers, Offer::product), weights, Map.of(), 0), solver);
    }

    private void accumulate(Offer offer, RealMatrix gram, double[] right) {
        Usual usual = cells.getOrDefault(offer.cell(), new Usual(0, offer.drivers(), 0, 0));
        double[] own = offer.drivers();
        int at = drivers * (1 + products.indexOf(offer.product()));
        for (int i = 0; i < drivers; i++) {
            double off = own[i] - usual.drivers()[i];
            right[i] += off * (offer.logUnits() - usual.logUnits());
            right[at + i] += off * (offer.logUnits() - usual.logUnits());
            for (int j = 0; j < drivers; j++) {
                double product = off * (own[j] - usual.drivers()[j]);
                gram.addToEntry(i, j, product);
                gram.addToEntry(at + i, j, product);
                gram.addToEntry(i, at + j, product);
                gram.addToEntry(at + i, at + j, product);
            }
        }
    }

    /** Adds how each shop and product did lately beyond what is explained, and how far off the whole is. */
    private PriceModel withRecent(PriceModel model, DecompositionSolver solver) {
        double last = offers.stream().mapToDouble(Offer::week).max().orElse(0);
        Map<String, double[]> recent = new HashMap<>();
        double squares = 0;
        for (Offer offer : offers) {
            double off = offer.logUnits() - model.logUnits(offer);
            squares += off * off;
            if (offer.week() > last - RECENT_WEEKS) {
                double[] sum = recent.computeIfAbsent(offer.cell(), c -> new double[2]);
                sum[0] += off;
                sum[1]++;
            }
        }
        double variance = squares / Math.max(1, offers.size() - cells.size());
        Map<String, Usual> lately = new HashMap<>();
        cells.forEach((cell, usual) -> {
            double[] sum = recent.getOrDefault(cell, new double[2]);
            double shift = sum[0] / (sum[1] + SHRINK_RECENT);
            lately.put(cell, new Usual(usual.logUnits(), usual.drivers(), usual.weeks(), shift));
        });
        return new PriceModel(lately, model.products(), model.weights(), errors(solver, variance), Math.sqrt(variance));
    }

    /** Of the own price's weight, shared and own part together. */
    private Map<String, Double> errors(DecompositionSolver solver, double variance) {
        RealMatrix inverse = solver.getInverse();
        Map<String, Double> errors = new HashMap<>();
        for (int p = 0; p < products.size(); p++) {
            int own = drivers * (1 + p);
            double spread = inverse.getEntry(0, 0) + 2 * inverse.getEntry(0, own) + inverse.getEntry(own, own);
            errors.put(products.get(p), Math.sqrt(Math.max(0, spread) * variance));
        }
        return errors;
    }
}
