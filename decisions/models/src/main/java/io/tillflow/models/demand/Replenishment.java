package io.tillflow.models.demand;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * When to order an item again and how much.
 *
 * @param reorderPoint order when what is on hand and under way falls to this
 * @param quantity how much, in whole packs; 0 when nothing should be ordered
 */
public record Replenishment(long reorderPoint, long quantity) {
    /**
     * What is known of an item's demand, a period.
     *
     * @param deviation one standard deviation of a period's demand around the forecast
     */
    public record Outlook(double mean, double deviation) {
        public Outlook {
            if (!(mean >= 0) || !(deviation >= 0) || !Double.isFinite(mean + deviation)) {
                throw new IllegalArgumentException(
                        "expected a demand and a deviation of at least 0, but got " + mean + ", " + deviation);
            }
        }
    }

    /**
     * What the supplier and the shelf demand.
     *
     * @param leadTime periods from order to shelf
     * @param leadTimeDeviation one standard deviation of it
     * @param serviceLevel the probability that a lead time passes without a sell-out
     * @param orderCost of one order, and {@code holdingCost} of one piece a period, in the same unit
     */
    public record Terms(
            double leadTime, double leadTimeDeviation, double serviceLevel, double orderCost, double holdingCost) {
        public Terms {
            boolean sensible = leadTime >= 0 && leadTimeDeviation >= 0 && orderCost >= 0 && holdingCost > 0;
            if (!sensible || !(serviceLevel > 0 && serviceLevel < 1)) {
                throw new IllegalArgumentException(
                        "expected times and costs of at least 0, a holding cost above 0 and a service"
                                + " level between 0 and 1, but got " + leadTime + ", " + leadTimeDeviation + ", "
                                + serviceLevel
                                + ", " + orderCost + ", " + holdingCost);
            }
        }
    }

    /** How an order may look: at least, at most, and in packs of. */
    public record Lot(long least, long most, long pack) {
        public Lot {
            if (least < 0 || most < least || pack < 1) {
                throw new IllegalArgumentException("expected 0 <= least <= most and packs of at least 1, but got "
                        + least + ", " + most + ", " + pack);
            }
        }

        /** Whole packs: up to the next, unless that is more than may be ordered; 0 when no pack fits. */
        long round(double wanted) {
            long bounded = Math.clamp((long) Math.ceil(wanted), least, most);
            long up = (bounded + pack - 1) / pack * pack;
            long quantity = up <= most ? up : most / pack * pack;
            return quantity < least ? 0 : quantity;
        }
    }

    /** Lead-time demand plus safety for its spread; the quantity that balances ordering against holding (Wilson). */
    public static Replenishment of(Outlook demand, Terms terms, Lot lot) {
        double spread = Math.sqrt(terms.leadTime * demand.deviation * demand.deviation
                + demand.mean * demand.mean * terms.leadTimeDeviation * terms.leadTimeDeviation);
        double safety = new NormalDistribution().inverseCumulativeProbability(terms.serviceLevel) * spread;
        long point = Math.max(0, (long) Math.ceil(demand.mean * terms.leadTime + safety));
        double economic = Math.sqrt(2 * demand.mean * terms.orderCost / terms.holdingCost);
        return new Replenishment(point, demand.mean == 0 ? 0 : lot.round(Math.max(1, economic)));
    }
}
