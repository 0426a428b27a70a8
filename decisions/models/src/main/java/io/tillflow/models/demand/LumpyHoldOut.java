package io.tillflow.models.demand;

import io.tillflow.models.Result;
import io.tillflow.models.Result.Better;
import io.tillflow.models.Result.Figures;
import io.tillflow.models.Result.Judged;
import io.tillflow.models.measure.Ranking;
import io.tillflow.models.measure.Stopwatch;
import io.tillflow.models.table.Table;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Hides the last six periods of items that are rarely asked for. */
final class LumpyHoldOut {
    private static final double SERVICE = 0.95;
    private final List<Series> series;

    LumpyHoldOut(Path file) {
        this.series = SeriesFile.read(Table.read(file), "train");
    }

    private static final class Sums {
        private double scaled;
        private double scaledNaive;
        private double pinball;
        private double pinballOfPast;
        private int served;
        private int periods;
        private int items;
    }

    List<Result> results() {
        Stopwatch watch = new Stopwatch();
        Sums sums = new Sums();
        for (Series one : series) {
            double[] known = one.known(Demand.SEASON);
            if (known.length >= 3 * Demand.USUAL_HORIZON) {
                judge(known, sums);
            }
        }
        Judged on = new Judged(
                sums.items + " items, the last " + Demand.USUAL_HORIZON + " periods hidden",
                sums.periods,
                watch.seconds());
        return List.of(
                Result.of(
                        "demand",
                        "RMSSE, rarely asked for",
                        Better.LOWER,
                        new Figures(sums.scaled / sums.items, sums.scaledNaive / sums.items, 0.589, 0.01),
                        on),
                Result.of(
                        "demand",
                        "pinball loss at 95 %, rarely asked for",
                        Better.LOWER,
                        new Figures(sums.pinball / sums.periods, sums.pinballOfPast / sums.periods, Double.NaN, 0),
                        on),
                Result.within(
                        "demand",
                        "service level of 95 %, rarely asked for",
                        (double) sums.served / sums.periods,
                        new double[] {0.93, 0.99},
                        on));
    }

    private static void judge(double[] known, Sums sums) {
        int cut = known.length - Demand.USUAL_HORIZON;
        double[] past = Arrays.copyOf(known, cut);
        double[] actual = Arrays.copyOfRange(known, cut, known.length);
        double scale = 0;
        for (int i = 1; i < cut; i++) {
            scale += Math.pow(past[i] - past[i - 1], 2) / (cut - 1);
        }
        if (scale == 0) {
            return;
        }
        Choice choice = Choice.of(past, actual.length, Demand.SEASON);
        double mean = choice.method().forecast(past, actual.length, Demand.SEASON)[0];
        double stock = LumpyDemand.of(past, mean).quantile(SERVICE);
        double usual = Ranking.quantile(past, SERVICE);
        double squares = 0;
        double naiveSquares = 0;
        for (double value : actual) {
            squares += Math.pow(value - mean, 2) / actual.length;
            naiveSquares += Math.pow(value - past[cut - 1], 2) / actual.length;
            sums.pinball += pinball(value, stock);
            sums.pinballOfPast += pinball(value, usual);
            sums.served += value <= stock ? 1 : 0;
            sums.periods++;
        }
        sums.scaled += Math.sqrt(squares / scale);
        sums.scaledNaive += Math.sqrt(naiveSquares / scale);
        sums.items++;
    }

    private static double pinball(double actual, double quantile) {
        return actual >= quantile ? SERVICE * (actual - quantile) : (1 - SERVICE) * (quantile - actual);
    }
}
