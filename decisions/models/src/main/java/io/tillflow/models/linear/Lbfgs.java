package io.tillflow.models.linear;

import java.util.ArrayList;
import java.util.List;

/**
 * Minimises a smooth function of many variables, remembering the last ten steps; commons-math has no such method for this many.
 *
 * @param steps at most
 * @param tolerance stops when a step improves by less than this share
 */
record Lbfgs(int steps, double tolerance) {
    private static final int MEMORY = 10;

    /** A function with its slope. */
    interface Slope {
        /** The value at a point; the slope there is written into the second array. */
        double at(double[] point, double[] slope);
    }

    private record Step(double[] moved, double[] turned, double product) {}

    double[] minimise(Slope function, int size) {
        double[] point = new double[size];
        double[] slope = new double[size];
        double value = function.at(point, slope);
        List<Step> memory = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            double[] direction = direction(slope, memory);
            double[] next = new double[size];
            double[] nextSlope = new double[size];
            double nextValue =
                    search(function, new double[][] {point, direction, slope}, value, new double[][] {next, nextSlope});
            if (!(nextValue < value)) {
                break;
            }
            remember(memory, minus(next, point), minus(nextSlope, slope));
            boolean done = value - nextValue < tolerance * Math.abs(value);
            point = next;
            slope = nextSlope;
            value = nextValue;
            if (done) {
                break;
            }
        }
        return point;
    }

    /** Halves the step until the value falls as the slope promises. */
    private static double search(Slope function, double[][] from, double value, double[][] to) {
        double promised = dot(from[1], from[2]);
        for (double length = 1; length > 1e-8; length /= 2) {
            for (int i = 0; i < to[0].length; i++) {
                to[0][i] = from[0][i] - length * from[1][i];
            }
            double next = function.at(to[0], to[1]);
            if (next <= value - 1e-4 * length * promised) {
                return next;
            }
        }
        return value;
    }

    private static double[] direction(double[] slope, List<Step> memory) {
        double[] direction = slope.clone();
        double[] shares = new double[memory.size()];
        for (int i = memory.size() - 1; i >= 0; i--) {
            Step step = memory.get(i);
            shares[i] = dot(step.moved, direction) / step.product;
            add(direction, -shares[i], step.turned);
        }
        if (!memory.isEmpty()) {
            Step last = memory.get(memory.size() - 1);
            double scale = last.product / dot(last.turned, last.turned);
            for (int i = 0; i < direction.length; i++) {
                direction[i] *= scale;
            }
        }
        for (int i = 0; i < memory.size(); i++) {
            Step step = memory.get(i);
            add(direction, shares[i] - dot(step.turned, direction) / step.product, step.moved);
        }
        return direction;
    }

    private static void remember(List<Step> memory, double[] moved, double[] turned) {
        double product = dot(moved, turned);
        if (product > 1e-14) {
            memory.add(new Step(moved, turned, product));
        }
        if (memory.size() > MEMORY) {
            memory.remove(0);
        }
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }
}
