package io.tillflow.launcher.demo.plan;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * How each thing of a made-up year is asked for: a third more and more, a third less and less, a third evenly; what costs more for four
 * weeks is asked for less, some things more so than others. In the last four weeks everything costs what it costs now.
 */
final class MadeUpDemand {
    private static final int STRETCHES = 13;
    private static final double[] LEVELS = {1, 1, 1, 0.8, 0.9, 1.1};
    private static final double STEEPEST = 0.9;
    private static final double LEAST_ANSWER = 0.6;
    private static final double MORE_ANSWER = 2.2;

    private final double[] slopes;
    private final double[] answers;
    private final double[][] levels;

    MadeUpDemand(int things, long seed) {
        Random random = new Random(seed);
        this.slopes = IntStream.range(0, things)
                .mapToDouble(i -> (i % 3 - 1) * STEEPEST * random.nextDouble())
                .toArray();
        this.answers =
                random.doubles(things, LEAST_ANSWER, LEAST_ANSWER + MORE_ANSWER).toArray();
        this.levels = IntStream.range(0, things)
                .mapToObj(i -> random.ints(STRETCHES, 0, LEVELS.length)
                        .mapToDouble(level -> LEVELS[level])
                        .toArray())
                .toArray(double[][]::new);
    }

    /** A part of today's price. */
    double level(int thing, double passed) {
        int stretch = (int) (passed * STRETCHES);
        return stretch >= STRETCHES - 1 ? 1 : levels[thing][stretch];
    }

    /** How much more or less it is asked for than on average when that share of the year has passed. */
    double wanted(int thing, double passed) {
        return (1 + slopes[thing] * (2 * passed - 1)) * Math.pow(level(thing, passed), -answers[thing]);
    }
}
