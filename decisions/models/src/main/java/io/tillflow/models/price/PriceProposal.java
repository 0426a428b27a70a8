package io.tillflow.models.price;

import java.util.Optional;

/**
 * A price for a person to accept, with what it should change.
 *
 * @param unitsChange expected, as a part of today's units
 * @param profitChange expected, as a part of today's profit
 * @param profitChangeAtWorst in the worse tenth of what the elasticity may be
 * @param profitChangeAtBest in the better tenth
 */
public record PriceProposal(
        long price, double unitsChange, double profitChange, double profitChangeAtWorst, double profitChangeAtBest) {
    private static final double WORSE_TENTH = 1.2816;

    /**
     * What is known of a product.
     *
     * @param price today's, in minor units
     * @param cost of one, in minor units
     * @param elasticity percent of units a percent of price, negative
     * @param error one standard error of it
     */
    public record Situation(long price, long cost, double elasticity, double error) {
        public Situation {
            if (price < 1 || cost < 0 || !Double.isFinite(elasticity) || !(error >= 0)) {
                throw new IllegalArgumentException(
                        "expected a price of at least 1, a cost of at least 0 and an elasticity"
                                + " with its error, but got " + price + ", " + cost + ", " + elasticity + ", " + error);
            }
        }
    }

    /**
     * The most profitable price the guardrails allow. Nothing when demand does not fall with the price (that is no elasticity to
     * act on), when today's price is no profit to compare with, or when the worse tenth would lose.
     */
    public static Optional<PriceProposal> of(Situation now, Guardrails guardrails) {
        if (now.elasticity >= 0 || now.price <= now.cost) {
            return Optional.empty();
        }
        Optional<PriceProposal> best = Optional.empty();
        long reach = (long) Math.floor(guardrails.maxStep() * now.price);
        long stride = Math.max(1, guardrails.ending() >= 0 ? 1 : reach / 500);
        for (long price = now.price - reach; price <= now.price + reach; price += stride) {
            if (price != now.price && price > 0 && guardrails.allow(price, now.price, now.cost)) {
                PriceProposal tried = tried(now, price);
                boolean better = tried.profitChangeAtWorst > 0
                        && tried.profitChange
                                > best.map(PriceProposal::profitChange).orElse(0.0);
                best = better ? Optional.of(tried) : best;
            }
        }
        return best;
    }

    private static PriceProposal tried(Situation now, long price) {
        double ratio = (double) price / now.price;
        double margin = (double) (price - now.cost) / (now.price - now.cost);
        double units = Math.pow(ratio, now.elasticity);
        double lower = margin * Math.pow(ratio, now.elasticity - WORSE_TENTH * now.error);
        double upper = margin * Math.pow(ratio, now.elasticity + WORSE_TENTH * now.error);
        return new PriceProposal(
                price, units - 1, margin * units - 1, Math.min(lower, upper) - 1, Math.max(lower, upper) - 1);
    }
}
