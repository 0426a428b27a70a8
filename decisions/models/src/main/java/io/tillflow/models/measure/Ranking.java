package io.tillflow.models.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How well scores put the true cases first; ties count half. */
public final class Ranking {
    private final boolean[] truth;
    private final double[] scores;
    private final int[] best;
    private final long positives;

    public Ranking(double[] scores, boolean[] truth) {
        if (scores.length != truth.length || scores.length == 0) {
            throw new IllegalArgumentException(
                    "expected a score for each of " + truth.length + " cases, but got " + scores.length);
        }
        this.truth = truth.clone();
        this.scores = scores.clone();
        this.best = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.positives = IntStream.range(0, truth.length).filter(i -> truth[i]).count();
    }

    /** Area under the ROC curve. */
    public double auc() {
        double above = 0;
        double negatives = 0;
        for (int from = 0, to; from < best.length; from = to) {
            to = endOfTie(from);
            double tiedNegatives = 0;
            double tiedPositives = 0;
            for (int i = from; i < to; i++) {
                tiedPositives += truth[best[i]] ? 1 : 0;
                tiedNegatives += truth[best[i]] ? 0 : 1;
            }
            above += tiedPositives * (truth.length - positives - negatives - tiedNegatives / 2);
            negatives += tiedNegatives;
        }
        return above / ((double) positives * (truth.length - positives));
    }

    /** Average precision. */
    public double averagePrecision() {
        double sum = 0;
        double found = 0;
        for (int from = 0, to; from < best.length; from = to) {
            to = endOfTie(from);
            double before = found;
            for (int i = from; i < to; i++) {
                found += truth[best[i]] ? 1 : 0;
            }
            sum += (found - before) * found / to;
        }
        return sum / positives;
    }

    /** The share of true cases found when this share of the false ones is let in. */
    public double recallAt(double falsePositiveRate) {
        double allowed = falsePositiveRate * (truth.length - positives);
        double negatives = 0;
        double found = 0;
        for (int place : best) {
            negatives += truth[place] ? 0 : 1;
            if (negatives > allowed) {
                break;
            }
            found += truth[place] ? 1 : 0;
        }
        return found / positives;
    }

    /** The largest share of all cases, best scores first, whose true share is at least this. */
    public double coverageAt(double precision) {
        double found = 0;
        int covered = 0;
        for (int i = 0; i < best.length; i++) {
            found += truth[best[i]] ? 1 : 0;
            covered = found / (i + 1) >= precision ? i + 1 : covered;
        }
        return (double) covered / best.length;
    }

    private int endOfTie(int from) {
        int to = from + 1;
        while (to < best.length && scores[best[to]] == scores[best[from]]) {
            to++;
        }
        return to;
    }

    /** Mean squared distance of probabilities from what came. */
    public static double brier(double[] probabilities, boolean[] truth) {
        return IntStream.range(0, truth.length)
                .mapToDouble(i -> Math.pow(probabilities[i] - (truth[i] ? 1 : 0), 2))
                .average()
                .orElse(Double.NaN);
    }

    /** The value at a share of the sorted values, between neighbours by proportion. */
    public static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
