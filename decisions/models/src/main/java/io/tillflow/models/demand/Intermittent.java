package io.tillflow.models.demand;

import java.util.Arrays;

/** Demand with many periods of none: how often something is asked for, times how much. */
final class Intermittent {
    private static final double SIZE_SHARE = 0.2;
    private static final double CHANCE_SHARE = 0.2;

    private Intermittent() {}

    /** At least three in ten of the last two years' periods without demand. */
    static boolean isLumpy(double[] past) {
        double[] recent = Arrays.copyOfRange(past, Math.max(0, past.length - 24), past.length);
        return Arrays.stream(recent).filter(value -> value == 0).count() >= 0.3 * recent.length;
    }

    /** Teunter, Syntetos and Babai: the chance of demand sinks while none comes, so that dead items fade. */
    static double tsb(double[] past) {
        double size = Arrays.stream(past).filter(v -> v > 0).average().orElse(0);
        double chance = (double) Arrays.stream(past).filter(v -> v > 0).count() / past.length;
        for (double value : past) {
            chance += CHANCE_SHARE * ((value > 0 ? 1 : 0) - chance);
            size += value > 0 ? SIZE_SHARE * (value - size) : 0;
        }
        return chance * size;
    }

    /** Croston, with Syntetos and Boylan's correction. */
    static double croston(double[] past) {
        double size = 0;
        double gap = 0;
        int since = 1;
        for (double value : past) {
            if (value > 0) {
                size = size == 0 ? value : size + SIZE_SHARE * (value - size);
                gap = gap == 0 ? since : gap + SIZE_SHARE * (since - gap);
                since = 0;
            }
            since++;
        }
        return gap == 0 ? 0 : (1 - SIZE_SHARE / 2) * size / gap;
    }
}
