package io.tillflow.models.anomaly;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where the level of a metric changed for good: splits that make the parts far more alike, found one in another. */
final class ChangePoints {
    private static final int SHORTEST = 10;
    private static final int NEIGHBOURS = 4;
    private static final double CLEAR_SPIKE = 3;
    private static final double CLEAR = 7;
    /** A slow trend is no new level: the step must stand out of the noise by itself. */
    private static final double LEAST_STEP = 2;

    private ChangePoints() {}

    /** The first period of each new level. */
    static List<Integer> of(double[] values, int season) {
        double[] plain = withoutSpikes(withoutSeason(values, season));
        TreeSet<Integer> found = new TreeSet<>();
        split(plain, 0, plain.length, found);
        return List.copyOf(found);
    }

    /** A mean over whole seasons has no season. */
    private static double[] withoutSeason(double[] values, int season) {
        double overall = Watch.median(values);
        double[] plain = values.clone();
        for (int phase = 0; phase < season && season > 1; phase++) {
            int length = (values.length - phase + season - 1) / season;
            double[] same = new double[length];
            for (int i = 0; i < length; i++) {
                same[i] = values[phase + i * season];
            }
            double shift = Watch.median(same) - overall;
            for (int i = 0; i < length; i++) {
                plain[phase + i * season] -= shift;
            }
        }
        return plain;
    }

    /** What stands alone among its neighbours becomes their median: one odd day is no new level. */
    private static double[] withoutSpikes(double[] values) {
        double noise = noise(values, 0, values.length);
        double[] smooth = values.clone();
        for (int i = 0; i < values.length; i++) {
            double around = Watch.median(Arrays.copyOfRange(
                    values, Math.max(0, i - NEIGHBOURS), Math.min(values.length, i + NEIGHBOURS + 1)));
            smooth[i] = Math.abs(values[i] - around) <= CLEAR_SPIKE * noise ? values[i] : around;
        }
        return smooth;
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElse(0);
    }

    private static void split(double[] values, int from, int to, Set<Integer> found) {
        double noise = noise(values, from, to);
        int best = -1;
        double clearest = CLEAR;
        for (int at = from + SHORTEST; at <= to - SHORTEST; at++) {
            double before = mean(values, from, at);
            double after = mean(values, at, to);
            double size = Math.sqrt((double) (at - from) * (to - at) / (to - from));
            double clear = Math.abs(after - before) * size / noise;
            if (clear > clearest && Math.abs(after - before) > LEAST_STEP * noise) {
                clearest = clear;
                best = at;
            }
        }
        if (best >= 0) {
            found.add(best);
            split(values, from, best, found);
            split(values, best, to, found);
        }
    }

    /** From differences of neighbours, which a change of level hardly touches. */
    private static double noise(double[] values, int from, int to) {
        double[] steps = new double[Math.max(0, to - from - 1)];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.abs(values[from + i + 1] - values[from + i]);
        }
        double middle = Watch.median(steps);
        return middle > 0 ? 1.4826 * middle / Math.sqrt(2) : 1e-9;
    }
}
