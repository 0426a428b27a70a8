package io.tillflow.models.price;

import java.util.Arrays;
import java.util.Map;

/**
 * Demand as a weighted sum: what a product in a shop usually sells, and how it answers to what moves it.
 *
 * @param cells by shop and product
 * @param products usual drivers and units of a product anywhere, for shops that have not sold it
 * @param weights by product, of {@link Offer#drivers}
 * @param elasticityErrors by product, one standard error
 * @param spread one standard deviation of what the model does not explain, in logarithms
 */
public record PriceModel(
        Map<String, Usual> cells,
        Map<String, Usual> products,
        Map<String, double[]> weights,
        Map<String, Double> elasticityErrors,
        double spread) {
    public PriceModel {
        cells = Map.copyOf(cells);
        products = Map.copyOf(products);
        weights = Map.copyOf(weights);
        elasticityErrors = Map.copyOf(elasticityErrors);
    }

    /**
     * The middle of what was seen.
     *
     * @param recent how much more than explained was sold lately
     */
    public record Usual(double logUnits, double[] drivers, int weeks, double recent) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Usual that && logUnits == that.logUnits && Arrays.equals(drivers, that.drivers);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(drivers);
        }
    }

    /** Whether the product was ever sold. */
    boolean knows(String product) {
        return weights.containsKey(product);
    }

    /** How many percent fewer are sold when the price rises by one percent, as a negative number; the offer says with which promotions. */
    double elasticity(Offer offer) {
        double[] own = weights.getOrDefault(offer.product(), new double[7]);
        return own[0] + own[3] * offer.featured() + own[4] * offer.deal();
    }

    /** NaN for a product never sold or an offer without a price. */
    double logUnits(Offer offer) {
        Usual usual = cells.getOrDefault(offer.cell(), products.get(offer.product()));
        double[] own = weights.get(offer.product());
        if (usual == null || own == null) {
            return Double.NaN;
        }
        double[] drivers = offer.drivers();
        double sum = usual.logUnits + usual.recent;
        for (int k = 0; k < own.length; k++) {
            sum += own[k] * (drivers[k] - usual.drivers[k]);
        }
        return sum;
    }
}
