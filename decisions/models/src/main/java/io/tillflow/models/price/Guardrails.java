package io.tillflow.models.price;

/**
 * What a proposed price must respect, whatever the model says. Money in minor units.
 *
 * @param minMargin the least part of the price that is profit, 0 to 1
 * @param maxStep the largest change at once, as a part of today's price
 * @param ending the last two digits, 0 to 99; -1 for any
 * @param lowest no price below, as a law, a supplier or a competitor may demand
 * @param highest no price above
 */
public record Guardrails(double minMargin, double maxStep, int ending, long lowest, long highest) {
    public static final Guardrails USUAL = new Guardrails(0.1, 0.1, -1, 1, Long.MAX_VALUE);

    public Guardrails {
        if (minMargin < 0 || minMargin >= 1 || maxStep <= 0 || ending > 99 || lowest < 1 || highest < lowest) {
            throw new IllegalArgumentException(
                    "expected a margin of 0 to 1, a step above 0, an ending up to 99 and bounds in order, but got "
                            + minMargin + ", " + maxStep + ", " + ending + ", " + lowest + ".." + highest);
        }
    }

    boolean allow(long price, long today, long cost) {
        return price >= lowest
                && price <= highest
                && Math.abs(price - today) <= maxStep * today + 1e-9
                && price - cost >= minMargin * price - 1e-9
                && (ending < 0 || price % 100 == ending);
    }
}
