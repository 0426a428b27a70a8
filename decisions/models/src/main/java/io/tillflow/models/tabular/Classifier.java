package io.tillflow.models.tabular;

import io.tillflow.models.linear.Softmax;
import io.tillflow.models.measure.Ranking;
import io.tillflow.models.table.Table;
import java.util.Set;

/**
 * A calibrated yes-or-no model: boosted trees and a line, mixed in the share that ranks best on cases not learned from.
 *
 * @param share of the trees, 0 to 1
 * @param prevalence the share of true cases it learned from
 */
public record Classifier(
        Encoder encoder, Forest trees, Softmax line, double share, Calibration calibration, double prevalence) {
    private static final int FOLDS = 4;
    private static final double RIDGE = 0.002;

    /** Learns from a table and the truth of its rows; the trees get one of the shares. */
    static Classifier fit(Labelled cases, double... shares) {
        Table table = cases.table();
        boolean[] truth = cases.truth();
        Set<String> withoutColumns = Set.of(cases.label());
        Encoder encoder = Encoder.learn(table, withoutColumns);
        float[][] rows = encoder.encode(table);
        int[] folds = Folds.stratified(truth, FOLDS, 11);
        double[] unseenTrees = unseen(Classifier::trees, rows, truth, folds);
        double[] unseenLine = unseen(Classifier::line, rows, truth, folds);
        double best = shares[0];
        double bestAuc = 0;
        for (double share : shares) {
            double auc = new Ranking(mixed(unseenTrees, unseenLine, share), truth).auc();
            if (auc > bestAuc + 1e-4) {
                best = share;
                bestAuc = auc;
            }
        }
        return new Classifier(
                encoder,
                Boosting.fit(rows, truth),
                fitLine(rows, truth),
                best,
                Calibration.fit(mixed(unseenTrees, unseenLine, best), truth),
                Folds.share(truth));
    }

    /** Learns from some rows and sums up others. */
    private interface Learner {
        double[] sums(float[][] rows, boolean[] truth, float[][] others);
    }

    private static double[] unseen(Learner learner, float[][] rows, boolean[] truth, int[] folds) {
        double[] sums = new double[truth.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int[] learned = Folds.without(folds, fold);
            int[] judged = Folds.only(folds, fold);
            double[] judgedSums =
                    learner.sums(Folds.pick(rows, learned), Folds.pick(truth, learned), Folds.pick(rows, judged));
            for (int i = 0; i < judged.length; i++) {
                sums[judged[i]] = judgedSums[i];
            }
        }
        return sums;
    }

    private static double[] trees(float[][] rows, boolean[] truth, float[][] others) {
        return Boosting.fit(rows, truth).margins(others);
    }

    private static double[] line(float[][] rows, boolean[] truth, float[][] others) {
        return margins(fitLine(rows, truth), others);
    }

    private static Softmax fitLine(float[][] rows, boolean[] truth) {
        int[] labels = new int[truth.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = truth[i] ? 1 : 0;
        }
        return Softmax.fit(rows, labels, 2, RIDGE);
    }

    static double[] margins(Softmax line, float[][] rows) {
        double[] margins = new double[rows.length];
        for (int i = 0; i < margins.length; i++) {
            float[] sums = line.sums(rows[i]);
            margins[i] = sums[1] - sums[0];
        }
        return margins;
    }

    static double[] mixed(double[] trees, double[] line, double share) {
        double[] mixed = new double[trees.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = share * trees[i] + (1 - share) * line[i];
        }
        return mixed;
    }
}
