package io.tillflow.models.churn;

import io.tillflow.models.Fit;
import io.tillflow.models.Predictor;
import io.tillflow.models.Result;
import io.tillflow.models.Result.Better;
import io.tillflow.models.Result.Figures;
import io.tillflow.models.Result.Judged;
import io.tillflow.models.Scores;
import io.tillflow.models.Terms;
import io.tillflow.models.measure.Ranking;
import io.tillflow.models.measure.Stopwatch;
import io.tillflow.models.table.Source;
import io.tillflow.models.table.Table;
import io.tillflow.models.tabular.Classifier;
import io.tillflow.models.tabular.Folds;
import io.tillflow.models.tabular.Labelled;
import io.tillflow.models.tabular.Scorer;
import java.util.List;

/** Churn from labelled customers: any columns, and a column {@code churn} that says who left. */
public final class Churn implements Predictor<Classifier> {
    private static final int FOLDS = 5;
    private static final double[] SHARES = {0.5, 0.25, 0.75, 1, 0};

    @Override
    public String name() {
        return "churn";
    }

    @Override
    public Class<Classifier> modelType() {
        return Classifier.class;
    }

    private static Table table(Source data) {
        return Table.read(data.file("customers/telco_churn.csv", "churn"));
    }

    @Override
    public Fit<Classifier> fit(Source data, Terms terms) {
        return Labelled.of(table(data), "churn").fit(SHARES);
    }

    @Override
    public Scores predict(Classifier model, Source data, Terms terms) {
        Table table = table(data);
        Scorer scorer = new Scorer(model);
        double[] probabilities = scorer.probabilities(table);
        List<String> reasons = scorer.reasons(table);
        Scores scores = new Scores("row", "churn_probability", "reasons");
        for (int i = 0; i < probabilities.length; i++) {
            scores.add(i + 1, probabilities[i], reasons.get(i));
        }
        return scores;
    }

    @Override
    public List<Result> evaluate(Source data) {
        Stopwatch watch = new Stopwatch();
        Labelled customers = Labelled.of(table(data), "churn");
        boolean[] truth = customers.truth();
        int[] folds = Folds.stratified(truth, FOLDS, 3);
        double[] scores = new double[truth.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int[] judged = Folds.only(folds, fold);
            Scorer scorer =
                    new Scorer(customers.pick(Folds.without(folds, fold)).classifier(SHARES));
            double[] probabilities = scorer.probabilities(customers.pick(judged).table());
            for (int i = 0; i < judged.length; i++) {
                scores[judged[i]] = probabilities[i];
            }
        }
        Ranking ranking = new Ranking(scores, truth);
        double share = customers.share();
        Judged on = new Judged(FOLDS + " folds, each judged by a model of the others", truth.length, watch.seconds());
        return List.of(
                Result.of(name(), "AUC", Better.HIGHER, new Figures(ranking.auc(), 0.5, 0.843, 0.003), on),
                Result.of(
                        name(),
                        "average precision",
                        Better.HIGHER,
                        new Figures(ranking.averagePrecision(), share, 0.65, 0.015),
                        on),
                Result.of(
                        name(),
                        "Brier score",
                        Better.LOWER,
                        new Figures(Ranking.brier(scores, truth), share * (1 - share), 0.136, 0.003),
                        on));
    }
}
