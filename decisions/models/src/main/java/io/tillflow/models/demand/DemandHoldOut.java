package io.tillflow.models.demand;

import io.tillflow.models.Result;
import io.tillflow.models.Result.Better;
import io.tillflow.models.Result.Figures;
import io.tillflow.models.Result.Judged;
import io.tillflow.models.measure.Stopwatch;
import io.tillflow.models.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Learns from the periods given for it and is judged by the kept ones. */
final class DemandHoldOut {
    private final List<Series> train;
    private final List<Series> test;

    DemandHoldOut(Path file) {
        Table table = Table.read(file);
        this.train = SeriesFile.read(table, "train");
        this.test = SeriesFile.read(table, "test");
    }

    List<Result> results() {
        Stopwatch watch = new Stopwatch();
        int horizon = test.stream().mapToInt(s -> s.values().length).max().orElse(1);
        DemandModel model = DemandModel.fit(train, Demand.SEASON, horizon);
        double error = 0;
        double naive = 0;
        int[] inside = new int[3];
        int periods = 0;
        int judged = 0;
        for (int i = 0; i < train.size(); i++) {
            double[] past = train.get(i).known(Demand.SEASON);
            double[] actual = test.get(i).values();
            if (past.length >= DemandModel.FEWEST_PERIODS && actual.length > 0) {
                Choice choice = Choice.of(past, actual.length, Demand.SEASON);
                List<Forecast> forecasts = model.forecast(past, choice, actual.length);
                double[] means = forecasts.stream().mapToDouble(Forecast::mean).toArray();
                error += symmetric(means, actual);
                naive += symmetric(Method.SEASONAL_NAIVE.forecast(past, actual.length, Demand.SEASON), actual);
                for (int interval = 0; interval < inside.length; interval++) {
                    inside[interval] += inside(forecasts, actual, interval);
                }
                periods += actual.length;
                judged++;
            }
        }
        Judged on = new Judged(judged + " series, the last " + horizon + " periods hidden", periods, watch.seconds());
        List<Result> results = new ArrayList<>();
        results.add(
                Result.of("demand", "sMAPE", Better.LOWER, new Figures(error / judged, naive / judged, 21.4, 0.1), on));
        double[][] bounds = {{0.93, 0.97}, {0.88, 0.93}, {0.77, 0.84}};
        String[] names = {"95 %", "90 %", "80 %"};
        for (int i = 0; i < bounds.length; i++) {
            results.add(
                    Result.within("demand", "coverage of " + names[i], (double) inside[i] / periods, bounds[i], on));
        }
        return results;
    }

    private static double symmetric(double[] forecast, double[] actual) {
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            double size = Math.abs(forecast[i]) + Math.abs(actual[i]);
            sum += size == 0 ? 0 : 200 * Math.abs(forecast[i] - actual[i]) / size;
        }
        return sum / actual.length;
    }

    /** How many periods lie within the widest interval (0), the next (1) or the narrowest (2). */
    private static int inside(List<Forecast> forecasts, double[] actual, int interval) {
        int inside = 0;
        for (int i = 0; i < actual.length; i++) {
            double[] quantiles = forecasts.get(i).quantiles();
            inside +=
                    actual[i] >= quantiles[interval] && actual[i] <= quantiles[quantiles.length - 1 - interval] ? 1 : 0;
        }
        return inside;
    }
}
