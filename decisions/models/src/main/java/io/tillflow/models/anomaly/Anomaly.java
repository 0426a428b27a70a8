package io.tillflow.models.anomaly;

import io.tillflow.models.Fit;
import io.tillflow.models.Predictor;
import io.tillflow.models.Result;
import io.tillflow.models.Scores;
import io.tillflow.models.Terms;
import io.tillflow.models.table.Source;
import io.tillflow.models.table.Table;
import java.util.List;

/** What is out of the ordinary in a metric: a file of {@code date,value}, a row a period in the order of time. */
public final class Anomaly implements Predictor<AnomalyModel> {
    static final int FEWEST_PERIODS = 28;

    @Override
    public String name() {
        return "anomaly";
    }

    @Override
    public Class<AnomalyModel> modelType() {
        return AnomalyModel.class;
    }

    private static Metric metric(Source data, Terms terms) {
        return Metric.of(Table.read(data.file("metrics/metric.csv", "date", "value")), terms);
    }

    @Override
    public Fit<AnomalyModel> fit(Source data, Terms terms) {
        double[] values = metric(data, terms).values();
        return values.length < FEWEST_PERIODS
                ? new Fit.TooLittle<>("there are " + values.length + " periods; " + FEWEST_PERIODS + " are needed")
                : new Fit.Fitted<>(new AnomalyModel(Seasons.of(values), AnomalyModel.USUAL_THRESHOLD), values.length);
    }

    @Override
    public Scores predict(AnomalyModel model, Source data, Terms terms) {
        Metric metric = metric(data, terms);
        double[] values = metric.values();
        Watch watch = new Watch(values, model);
        List<Integer> changes = ChangePoints.of(values, model.season());
        Scores scores = new Scores("date", "value", "expected", "low", "high", "score", "anomaly", "new_level", "note");
        for (int i = 0; i < values.length; i++) {
            double reach = model.threshold() * watch.deviation(i);
            scores.add(
                    metric.dates().get(i),
                    values[i],
                    watch.expected(i),
                    watch.expected(i) - reach,
                    watch.expected(i) + reach,
                    watch.score(i),
                    watch.odd(i),
                    changes.contains(i),
                    i < watch.warmUp() ? "too few periods before it" : Double.isNaN(values[i]) ? "no value" : "");
        }
        return scores;
    }

    /** On metrics with planted oddities, since what was odd in a real one nobody knows for sure. */
    @Override
    public List<Result> evaluate(Source data) {
        return new Planted(60, 17).results();
    }
}
