package io.tillflow.models.fraud;

import io.tillflow.models.Fit;
import io.tillflow.models.Result;
import io.tillflow.models.Result.Better;
import io.tillflow.models.Result.Figures;
import io.tillflow.models.Result.Judged;
import io.tillflow.models.Scores;
import io.tillflow.models.Terms;
import io.tillflow.models.life.Trained;
import io.tillflow.models.life.Trial;
import io.tillflow.models.measure.Ranking;
import io.tillflow.models.measure.Stopwatch;
import io.tillflow.models.table.Source;
import io.tillflow.models.table.Table;
import io.tillflow.models.tabular.Labelled;
import io.tillflow.models.tabular.Scorer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Payment fraud from labelled transactions in the order of time: any columns, and a column {@code Class} that is 1 for fraud. In a
 * shop the cases are orders, and the column is {@code turned away}.
 */
public final class Fraud implements Trained<FraudModel> {
    private static final String LABEL = "Class";
    private static final String SHOP_LABEL = "turned away";
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
        Labelled cases = cases(data);
        return cases.missing()
                .<Fit<FraudModel>>map(Fit.TooLittle::new)
                .orElseGet(() -> new Fit.Fitted<>(model(cases), cases.truth().length));
    }

    private static Labelled cases(Source data) {
        Table table = table(data);
        return Labelled.of(table, table.has(SHOP_LABEL) ? SHOP_LABEL : LABEL);
    }

    static FraudModel model(Labelled cases) {
        return new FraudModel(cases.classifier(ONLY_TREES), Costs.USUAL, cases.oneQuestion());
    }

    @Override
    public Optional<String> missingToTryOut(Source inOrderOfTime) {
        return new FraudTrial(cases(inOrderOfTime)).missing();
    }

    @Override
    public Trial tryOut(Source inOrderOfTime, Optional<FraudModel> live, int seen) {
        return new FraudTrial(cases(inOrderOfTime)).judge(live, seen);
    }

    @Override
    public List<Supplier<?>> questions(FraudModel model, Source data, int most) {
        Suspicions suspicions = new Suspicions(model);
        Table table = table(data);
        return IntStream.range(0, Math.min(most, table.rows().size()))
                .<Supplier<?>>mapToObj(i -> () -> suspicions.of(table.rows(i, i + 1)))
                .toList();
    }

    @Override
    public Scores predict(FraudModel model, Source data, Terms terms) {
        Scores scores = new Scores("row", "fraud_probability", "decision", "reasons");
        int row = 1;
        for (Suspicion said : new Suspicions(model).of(table(data))) {
            scores.add(row++, said.probability(), model.costs().decide(said.probability()), said.reasons());
        }
        return scores;
    }

    @Override
    public List<Result> evaluate(Source data) {
        Stopwatch watch = new Stopwatch();
        Labelled payments = cases(data);
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
