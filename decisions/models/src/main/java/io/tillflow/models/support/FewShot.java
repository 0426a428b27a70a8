package io.tillflow.models.support;

import io.tillflow.models.Result;
import io.tillflow.models.Result.Better;
import io.tillflow.models.Result.Figures;
import io.tillflow.models.Result.Judged;
import io.tillflow.models.measure.Stopwatch;
import io.tillflow.models.table.Table;
import io.tillflow.models.tabular.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How well a few examples of each intent do, in the mean of several draws. */
final class FewShot {
    private static final Map<Integer, Double> REFERENCES = new TreeMap<>(Map.of(1, 0.74, 5, 0.96, 10, 0.98, 20, 0.99));
    private static final int DRAWS = 3;
    private static final int JUDGED_EACH = 60;
    private static final double DRAWS_DIFFER_BY = 0.03;
    private final Embedder embedder;

    FewShot(Embedder embedder) {
        this.embedder = embedder;
    }

    List<Result> results(Table table) {
        Stopwatch watch = new Stopwatch();
        Examples examples = some(table);
        List<Result> results = new ArrayList<>();
        REFERENCES.forEach((each, reference) -> {
            double right = 0;
            double nearest = 0;
            int judged = 0;
            for (int draw = 0; draw < DRAWS; draw++) {
                int[] learned = examples.some(each, 100 + draw);
                Examples few = examples.pick(learned);
                Examples others = examples.pick(examples.others(learned));
                IntentModel model = IntentLearning.plain(few.withNames(embedder), new Calibration(1, 0), 0);
                for (int i = 0; i < others.vectors().length; i++) {
                    String truth = others.intents().get(i);
                    right += model.answer(others.vectors()[i]).intent().equals(truth) ? 1 : 0;
                    nearest += nearest(few, others.vectors()[i]).equals(truth) ? 1 : 0;
                    judged++;
                }
            }
            Judged on = new Judged(
                    table.name() + ", " + each + " of each intent, then others, " + DRAWS + " draws",
                    judged,
                    watch.seconds());
            results.add(Result.of(
                    "support",
                    "accuracy from " + each + " of each",
                    Better.HIGHER,
                    new Figures(right / judged, nearest / judged, reference, DRAWS_DIFFER_BY),
                    on));
        });
        return results;
    }

    private Examples some(Table table) {
        List<String> intents = table.texts("intent");
        Examples unread = new Examples(intents, new float[intents.size()][0]);
        int[] places = unread.some(JUDGED_EACH + 20, 99);
        List<List<String>> rows = new ArrayList<>();
        for (int place : places) {
            rows.add(table.rows().get(place));
        }
        return Examples.read(List.of(new Table(table.name(), table.columns(), rows)), embedder)
                .inScope();
    }

    /** The intent of the most similar example: what needs no learning. */
    private static String nearest(Examples few, float[] vector) {
        int best = 0;
        double most = -2;
        for (int i = 0; i < few.vectors().length; i++) {
            double cosine = 0;
            for (int k = 0; k < vector.length; k++) {
                cosine += few.vectors()[i][k] * vector[k];
            }
            best = cosine > most ? i : best;
            most = Math.max(most, cosine);
        }
        return few.intents().get(best);
    }
}
