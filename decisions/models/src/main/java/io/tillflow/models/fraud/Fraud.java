package io.tillflow.models.fraud;

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
import io.tillflow.models.tabular.Labelled;
import io.tillflow.models.tabular.Scorer;
import java.util.List;
import java.util.stream.IntStream;

/** Payment fraud from labelled transactions in the order of time: any columns, and a column {@code Class} that is 1 for fraud. */
public final class Fraud implements Predictor<FraudModel> {
    private static final String LABEL = "Class";
    private static final double ONLY_TREES = 1;

    @Override
    public String name() {
        return "fraud";
    }

    @Override
    public Class<FraudModel> modelType() {
        return FraudModel.class;
    }

    private static Table table(Source data) {
        Table table = Table.read(data.file("fraud/card_transactions.csv", "class", "amount"));
        return table.has("Time") ? withoutTime(table) : table;
    }

    /** When a payment was made only orders the rows: a later one is never like an earlier one. */
    private static Table withoutTime(Table table) {
        int at = table.column("Time");
        return new Table(
                table.name(),
                without(table.columns(), at),
                table.rows().stream().map(row -> without(row, at)).toList());
    }

    private static List<String> without(List<String> texts, int place) {
        return IntStream.range(0, texts.size())
                .filter(i -> i != place)
                .mapToObj(texts::get)
                .toList();
    }

    @Override
    public Fit<FraudModel> fit(Source data, Terms terms) {
        return switch (Labelled.of(table(data), LABEL).fit(ONLY_TREES)) {
            case Fit.TooLittle<Classifier> none -> new Fit.TooLittle<>(none.reason());
            case Fit.Fitted<Classifier> fitted ->
                new Fit.Fitted<>(new FraudModel(fitted.model(), Costs.USUAL), fitted.rows());
        };
    }

    @Override
    public Scores predict(FraudModel model, Source data, Terms terms) {
        Table table = table(data);
        Scorer scorer = new Scorer(model.classifier());
        double[] probabilities = scorer.probabilities(table);
        List<String> reasons = scorer.reasons(table);
        Scores scores = new Scores("row", "fraud_probability", "decision", "reasons");
        for (int i = 0; i < probabilities.length; i++) {
            scores.add(i + 1, probabilities[i], model.costs().decide(probabilities[i]), reasons.get(i));
        }
        return scores;
    }

    @Override
    public List<Result> evaluate(Source data) {
        Stopwatch watch = new Stopwatch();
        Labelled payments = Labelled.of(table(data), LABEL);
        int n = payments.truth().length;
        int cut = n * 7 / 10;
        Labelled later = payments.pick(IntStream.range(cut, n).toArray());
        double[] scores = new Scorer(
                        payments.pick(IntStream.range(0, cut).toArray()).classifier(ONLY_TREES))
                .probabilities(later.table());
        Ranking ranking = new Ranking(scores, later.truth());
        double[] amounts = later.table().numbers("Amount");
        Ranking byAmount = new Ranking(amounts, later.truth());
        Judged on = new Judged("first 70 % of the time, then the rest", n - cut, watch.seconds());
        return List.of(
                Result.of(name(), "AUC", Better.HIGHER, new Figures(ranking.auc(), byAmount.auc(), 0.987, 0.01), on),
                Result.of(
                        name(),
                        "average precision",
                        Better.HIGHER,
                        new Figures(ranking.averagePrecision(), byAmount.averagePrecision(), 0.980, 0.015),
                        on),
                Result.of(
                        name(),
                        "recall at 1 % false positives",
                        Better.HIGHER,
                        new Figures(ranking.recallAt(0.01), byAmount.recallAt(0.01), 0.907, twoErrors(0.907, later)),
                        on),
                cost(scores, later, on));
    }

    /** How far chance alone moves a share of the fraud cases, nineteen times in twenty. */
    private static double twoErrors(double share, Labelled payments) {
        double cases = payments.share() * payments.truth().length;
        return 2 * Math.sqrt(share * (1 - share) / cases);
    }

    private Result cost(double[] scores, Labelled later, Judged on) {
        double cost = 0;
        double acceptAll = 0;
        for (int i = 0; i < scores.length; i++) {
            cost += Costs.USUAL.of(Costs.USUAL.decide(scores[i]), later.truth()[i]);
            acceptAll += Costs.USUAL.of("accept", later.truth()[i]);
        }
        double reviewAll = Costs.USUAL.review() * scores.length;
        return Result.of(
                name(),
                "cost a payment",
                Better.LOWER,
                new Figures(cost / scores.length, Math.min(acceptAll, reviewAll) / scores.length, Double.NaN, 0),
                on);
    }
}
