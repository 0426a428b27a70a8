package io.tillflow.models.tabular;

import io.tillflow.models.table.Table;
import java.util.Arrays;
import java.util.function.DoublePredicate;

/**
 * The simplest rule that could replace a classifier: one question, and how often cases were true on either side of it.
 *
 * @param label what is asked about
 * @param at its place among the encoder's numbers
 * @param bound cases below it are on the one side; all others, also those without the number, on the other
 */
public record OneQuestion(Encoder encoder, String label, int at, float bound, double below, double otherwise) {
    private static final int BOUNDS_TRIED = 24;

    /** The question that explains most of the cases it is chosen on. */
    static OneQuestion learn(Labelled cases) {
        Encoder encoder = Encoder.learn(cases.table(), java.util.Set.of(cases.label()));
        float[][] rows = encoder.encode(cases.table());
        OneQuestion best = new OneQuestion(encoder, "nothing", 0, Float.NaN, cases.share(), cases.share());
        double least = best.squares(rows, cases.truth());
        for (int at = 0; at < encoder.width(); at++) {
            for (float bound : bounds(rows, at)) {
                OneQuestion asked = best.asking(rows, cases.truth(), at, bound);
                double squares = asked.squares(rows, cases.truth());
                if (squares < least) {
                    best = asked;
                    least = squares;
                }
            }
        }
        return best;
    }

    private static float[] bounds(float[][] rows, int at) {
        double[] values = Arrays.stream(rows)
                .mapToDouble(row -> row[at])
                .filter(Double::isFinite)
                .distinct()
                .sorted()
                .toArray();
        int tried = Math.min(BOUNDS_TRIED, Math.max(0, values.length - 1));
        float[] bounds = new float[tried];
        for (int i = 0; i < tried; i++) {
            int place = (int) ((long) (i + 1) * (values.length - 1) / tried);
            bounds[i] = (float) ((values[place - 1] + values[place]) / 2);
        }
        return bounds;
    }

    private OneQuestion asking(float[][] rows, boolean[] truth, int at, float bound) {
        return new OneQuestion(
                encoder,
                encoder.labels().get(at),
                at,
                bound,
                share(rows, truth, at, x -> x < bound),
                share(rows, truth, at, x -> !(x < bound)));
    }

    /** With half a case of each kind more, so that nothing is certain. */
    private static double share(float[][] rows, boolean[] truth, int at, DoublePredicate side) {
        double trues = 0.5;
        double all = 1;
        for (int i = 0; i < rows.length; i++) {
            if (side.test(rows[i][at])) {
                trues += truth[i] ? 1 : 0;
                all++;
            }
        }
        return trues / all;
    }

    private double squares(float[][] rows, boolean[] truth) {
        double squares = 0;
        for (int i = 0; i < rows.length; i++) {
            double miss = probability(rows[i]) - (truth[i] ? 1 : 0);
            squares += miss * miss;
        }
        return squares;
    }

    private double probability(float[] row) {
        return row[at] < bound ? below : otherwise;
    }

    /** Of each row. */
    public double[] probabilities(Table table) {
        return Arrays.stream(encoder.encode(table))
                .mapToDouble(this::probability)
                .toArray();
    }
}
