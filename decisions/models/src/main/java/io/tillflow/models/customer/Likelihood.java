package io.tillflow.models.customer;

import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
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
    private static final int MOST_STEPS = 20_000;

    private final ToDoubleFunction<double[]> logLikelihood;
    private double[] best;
    private double highest = Double.NEGATIVE_INFINITY;

    private Likelihood(int parameters, ToDoubleFunction<double[]> logLikelihood) {
        this.logLikelihood = logLikelihood;
        this.best = new double[parameters];
    }

    static double[] maximise(int parameters, ToDoubleFunction<double[]> logLikelihood) {
        Likelihood search = new Likelihood(parameters, logLikelihood);
        for (int restart = 0; restart < 3; restart++) {
            search.climb();
        }
        return search.best;
    }

    /** From the best point known to a better one, if there is any; the library's own limit of rounds is never reached. */
    private void climb() {
        SimplexOptimizer optimizer = new SimplexOptimizer(new SimpleValueChecker(1e-13, 1e-9));
        try {
            best = optimizer
                    .optimize(
                            new MaxEval(MOST_STEPS),
                            GoalType.MAXIMIZE,
                            new ObjectiveFunction(this::noted),
                            new InitialGuess(best.clone()),
                            new NelderMeadSimplex(best.length, 0.3))
                    .getPoint();
        } catch (TooManyEvaluationsException endless) {
            // the best point so far is what there is
        }
    }

    private double noted(double[] logs) {
        double value = bounded(logs);
        if (value > highest) {
            highest = value;
            best = logs.clone();
        }
        return value;
    }

    private double bounded(double[] logs) {
        for (double log : logs) {
            if (Math.abs(log) > FARTHEST) {
                return -1e300;
            }
        }
        double value = logLikelihood.applyAsDouble(logs);
        return Double.isFinite(value) ? value : -1e300;
    }
}
