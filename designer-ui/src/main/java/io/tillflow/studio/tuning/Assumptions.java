package io.tillflow.studio.tuning;

/**
 * What outcomes are worth, in cents; only a person can say.
 *
 * @param review what it costs to have a person look at an order
 * @param loss which share of an order's total is lost when a bad one is accepted
 * @param margin which share of an order's total is lost when a good one is turned away
 */
public record Assumptions(long review, double loss, double margin) {
    public static final Assumptions USUAL = new Assumptions(400, 1.0, 0.3);
    private static final long MOST = 1_000_000;

    public Assumptions {
        if (review < 0 || review > MOST) {
            throw new IllegalArgumentException("review must be 0 to " + MOST + " cents, was " + review);
        }
        if (!(loss >= 0 && loss <= 10) || !(margin >= 0 && margin <= 10)) {
            throw new IllegalArgumentException(
                    "loss and margin are shares of the total from 0 to 10, were " + loss + " and " + margin);
        }
    }

    /** What an outcome costs, or does not, when the order was good or bad. */
    double worth(String outcome, boolean bad, double total) {
        return switch (outcome) {
            case "accept" -> bad ? -loss * total : 0;
            case "reject" -> bad ? 0 : -margin * total;
            default -> -review;
        };
    }
}
