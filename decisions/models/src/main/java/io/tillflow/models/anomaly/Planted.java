package io.tillflow.models.anomaly;

import io.tillflow.models.Result;
import io.tillflow.models.Result.Better;
import io.tillflow.models.Result.Figures;
import io.tillflow.models.Result.Judged;
import io.tillflow.models.measure.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/** Metrics of half a year with a week's rhythm, a trend and heavy-tailed noise, spikes planted in all and a new level in some. */
final class Planted {
    private static final int DAYS = 182;
    private static final int QUIET = 35;
    private static final int SPIKES = 3;
    private static final double[] WEEK = {0, 0.05, 0.1, 0.05, 0.15, 0.35, -0.3};
    private final Random random;
    private final int metrics;
    private int alerts;
    private int rightAlerts;
    private int naiveAlerts;
    private int rightNaiveAlerts;
    private int spikes;
    private int foundSpikes;
    private int levels;
    private int foundLevels;
    private int claimedLevels;

    Planted(int metrics, long seed) {
        this.metrics = metrics;
        this.random = new Random(seed);
    }

    List<Result> results() {
        Stopwatch watch = new Stopwatch();
        for (int i = 0; i < metrics; i++) {
            judge(i % 3 == 0);
        }
        Judged on = new Judged(metrics + " made-up metrics, seed 17", metrics * DAYS, watch.seconds());
        return List.of(
                result("precision of alerts", ratio(rightAlerts, alerts), ratio(rightNaiveAlerts, naiveAlerts), on),
                result("planted spikes found", ratio(foundSpikes, spikes), Double.NaN, on),
                result("new levels found", ratio(foundLevels, levels), Double.NaN, on),
                result("precision of new levels", ratio(foundLevels, claimedLevels), Double.NaN, on));
    }

    private static Result result(String metric, double value, double baseline, Judged on) {
        return Result.of("anomaly", metric, Better.HIGHER, new Figures(value, baseline, 0.9, 0), on);
    }

    private static double ratio(int part, int all) {
        return (double) part / Math.max(1, all);
    }

    private void judge(boolean withLevel) {
        int change = QUIET + 20 + random.nextInt(DAYS - QUIET - 60);
        double[] values = quiet(withLevel ? change : DAYS);
        Set<Integer> planted = new TreeSet<>();
        while (planted.size() < SPIKES) {
            int at = QUIET + random.nextInt(DAYS - QUIET);
            if (Math.abs(at - change) > 21 && planted.add(at)) {
                values[at] *= random.nextBoolean() ? 1.6 : 0.45;
            }
        }
        AnomalyModel model = new AnomalyModel(Seasons.of(values), AnomalyModel.USUAL_THRESHOLD);
        Watch watch = new Watch(values, model);
        DescriptiveStatistics all = new DescriptiveStatistics(values);
        for (int i = 0; i < DAYS; i++) {
            boolean right = planted.contains(i) || (withLevel && i >= change && i < change + 14);
            boolean naive = Math.abs(values[i] - all.getMean()) > 2 * all.getStandardDeviation();
            alerts += watch.odd(i) ? 1 : 0;
            rightAlerts += watch.odd(i) && right ? 1 : 0;
            naiveAlerts += naive ? 1 : 0;
            rightNaiveAlerts += naive && right ? 1 : 0;
            foundSpikes += watch.odd(i) && planted.contains(i) ? 1 : 0;
        }
        spikes += planted.size();
        List<Integer> changes = new ArrayList<>(ChangePoints.of(values, model.season()));
        claimedLevels += changes.size();
        levels += withLevel ? 1 : 0;
        foundLevels += withLevel && changes.stream().anyMatch(at -> Math.abs(at - change) <= 4) ? 1 : 0;
    }

    private double[] quiet(int change) {
        double level = 100 + random.nextInt(900);
        double[] values = new double[DAYS];
        for (int i = 0; i < DAYS; i++) {
            double noise = random.nextGaussian() * (random.nextInt(20) == 0 ? 0.08 : 0.04);
            values[i] = level * (1 + i * 0.0003) * (1 + WEEK[i % 7]) * (1 + noise) * (i >= change ? 1.4 : 1);
        }
        return values;
    }
}
