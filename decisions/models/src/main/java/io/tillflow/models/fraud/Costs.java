package io.tillflow.models.fraud;

/**
 * What each error costs, in any one unit; only their proportions matter.
 *
 * @param missed a fraud that passed
 * @param falseAlarm an honest payment that was refused
 * @param review a person who looks
 */
public record Costs(double missed, double falseAlarm, double review) {
    public static final Costs USUAL = new Costs(100, 25, 3);

    public Costs {
        if (!(missed > 0 && falseAlarm > 0 && review > 0)) {
            throw new IllegalArgumentException(
                    "expected costs above 0, but got " + missed + ", " + falseAlarm + ", " + review);
        }
    }

    /** The cheapest of letting pass, looking and refusing, given a calibrated probability. A look settles the case. */
    public String decide(double probability) {
        double accept = probability * missed;
        double reject = (1 - probability) * falseAlarm;
        return review < Math.min(accept, reject) ? "review" : accept <= reject ? "accept" : "reject";
    }

    /** What a decision costs once the truth is known. */
    double of(String decision, boolean fraud) {
        return switch (decision) {
            case "accept" -> fraud ? missed : 0;
            case "reject" -> fraud ? 0 : falseAlarm;
            default -> review;
        };
    }
}
