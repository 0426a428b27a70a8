package io.tillflow.models.customer;

import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/** Finds the parameters, as logarithms, under which the data is likeliest. */
final class Likelihood {
    private static final double FARTHEST = 12;
    /** Where the likelihood ends at a bound the search may creep along it for ever; a tenth of this is enough elsewhere. */
    private static final int MOST_STEPS = 4_000;

    private Likelihood() {}

    static double[] maximise(int parameters, ToDoubleFunction<double[]> logLikelihood) {
        double[] point = new double[parameters];
        for (int restart = 0; restart < 3; restart++) {
            point = new SimplexOptimizer(new SimpleValueChecker(1e-13, 1e-9, MOST_STEPS))
                    .optimize(
                            MaxEval.unlimited(),
                            GoalType.MAXIMIZE,
                            new ObjectiveFunction(logs -> bounded(logs, logLikelihood)),
                            new InitialGuess(point),
                            new NelderMeadSimplex(parameters, 0.3))
                    .getPoint();
        }
        return point;
    }

    private static double bounded(double[] logs, ToDoubleFunction<double[]> logLikelihood) {
        for (double log : logs) {
            if (Math.abs(log) > FARTHEST) {
                return -1e300;
            }
        }
        double value = logLikelihood.applyAsDouble(logs);
        return Double.isFinite(value) ? value : -1e300;
    }
}
