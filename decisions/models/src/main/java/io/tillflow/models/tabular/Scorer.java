package io.tillflow.models.tabular;

import io.tillflow.models.table.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A classifier loaded to be asked. */
public final class Scorer {
    private static final int MOST_REASONS = 3;
    private final Classifier model;
    private final List<String> labels;

    public Scorer(Classifier model) {
        this.model = model;
        this.labels = model.encoder().labels();
    }

    /** The probability of each row. */
    public double[] probabilities(Table table) {
        return probabilities(model.encoder().encode(table));
    }

    private double[] probabilities(float[][] rows) {
        double[] sums =
                Classifier.mixed(model.trees().margins(rows), Classifier.margins(model.line(), rows), model.share());
        return IntStream.range(0, sums.length)
                .mapToDouble(i -> model.calibration().probability(sums[i]))
                .toArray();
    }

    /** For each row what raised its score most, strongest first, as {@code contract = Month-to-month (+0.71)}. */
    public List<String> reasons(Table table) {
        float[][] rows = model.encoder().encode(table);
        return Arrays.stream(rows)
                .map(row -> reasons(model.trees().contributions(row), row))
                .toList();
    }

    private String reasons(double[] adds, float[] row) {
        return String.join(
                "; ",
                IntStream.range(0, labels.size())
                        .filter(i -> adds[i] > 0.01)
                        .boxed()
                        .sorted(Comparator.comparingDouble((Integer i) -> -adds[i]))
                        .limit(MOST_REASONS)
                        .map(i -> reason(labels.get(i), row[i], adds[i]))
                        .toList());
    }

    private static String reason(String label, float value, double adds) {
        String not = label.contains(" = ") && value == 0 ? label.replace(" = ", " is not ") : label;
        return String.format(java.util.Locale.ROOT, "%s (+%.2f)", not, adds);
    }
}
