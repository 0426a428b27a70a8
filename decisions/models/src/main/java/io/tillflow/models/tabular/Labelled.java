package io.tillflow.models.tabular;

import io.tillflow.models.Fit;
import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table whose rows are known to be true or false cases.
 *
 * @param label the column that says it, which is never learned from
 */
public record Labelled(Table table, boolean[] truth, String label) {
    static final int FEWEST_OF_EACH = 50;
    private static final Set<String> YES = Set.of("yes", "true", "1", "1.0");
    private static final Set<String> NO = Set.of("no", "false", "0", "0.0");

    /** Reads yes or no, true or false, 1 or 0. */
    public static Labelled of(Table table, String label) {
        List<String> texts = table.texts(label);
        boolean[] truth = new boolean[texts.size()];
        for (int i = 0; i < truth.length; i++) {
            String text = texts.get(i).strip().toLowerCase(Locale.ROOT);
            if (!YES.contains(text) && !NO.contains(text)) {
                throw new BadData(table.name() + ", row " + (i + 1) + ", " + label
                        + ": expected yes or no (or 1 or 0), but got \"" + texts.get(i) + "\"");
            }
            truth[i] = YES.contains(text);
        }
        return new Labelled(table, truth, label);
    }

    /** A classifier, or what it lacks; see {@link #classifier}. */
    public Fit<Classifier> fit(double... shares) {
        return missing()
                .<Fit<Classifier>>map(Fit.TooLittle::new)
                .orElseGet(() -> new Fit.Fitted<>(classifier(shares), truth.length));
    }

    /** What is missing to learn from these; nothing when they are enough. */
    public Optional<String> missing() {
        long positives = IntStream.range(0, truth.length).filter(i -> truth[i]).count();
        if (Math.min(positives, truth.length - positives) < FEWEST_OF_EACH) {
            return Optional.of("there are " + positives + " rows with " + label + " and " + (truth.length - positives)
                    + " without; " + FEWEST_OF_EACH + " of each are needed");
        }
        return Encoder.learn(table, Set.of(label)).columns().isEmpty()
                ? Optional.of("every column but " + label + " has one value only, so nothing tells cases apart")
                : Optional.empty();
    }

    /** The best that one question alone can tell. */
    public OneQuestion oneQuestion() {
        return OneQuestion.learn(this);
    }

    /**
     * Without asking whether that is enough.
     *
     * @param shares how much of a score the boosted trees may make up, from 0 to 1; the one that ranks best is taken
     */
    public Classifier classifier(double... shares) {
        return Classifier.fit(this, shares);
    }

    /** Some rows. */
    public Labelled pick(int[] places) {
        return new Labelled(
                new Table(
                        table.name(),
                        table.columns(),
                        Arrays.stream(places).mapToObj(table.rows()::get).toList()),
                Folds.pick(truth, places),
                label);
    }

    /** The share of true cases. */
    public double share() {
        return Folds.share(truth);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labelled that
                && table.equals(that.table)
                && label.equals(that.label)
                && Arrays.equals(truth, that.truth);
    }

    @Override
    public int hashCode() {
        return table.hashCode() + Arrays.hashCode(truth);
    }
}
