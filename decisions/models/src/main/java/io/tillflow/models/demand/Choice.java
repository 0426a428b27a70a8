package io.tillflow.models.demand;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which method an item's own past prefers.
 *
 * @param scale how far off it was on average, in units
 */
record Choice(Method method, double scale) {
    private static final int ORIGINS = 4;
    private static final int STRIDE = 3;
    private static final int FEWEST_BEFORE = 8;
    private static final double CLEARLY_BETTER = 0.85;

    /** Forecasts from several days in the past what then came; the first method stays unless another is clearly better. */
    static Choice of(double[] past, int ahead, int season) {
        List<Method> methods = Intermittent.isLumpy(past) ? Method.LUMPY : Method.REGULAR;
        Map<Method, Double> errors = new EnumMap<>(Method.class);
        int tried = 0;
        for (int origin = 0; origin < ORIGINS; origin++) {
            int cut = past.length - Math.min(ahead, Math.max(1, past.length / 3)) - origin * STRIDE;
            if (cut < FEWEST_BEFORE) {
                break;
            }
            tried++;
            double[] before = Arrays.copyOf(past, cut);
            double[] after = Arrays.copyOfRange(past, cut, Math.min(past.length, cut + ahead));
            for (Method method : methods) {
                errors.merge(method, error(method.forecast(before, after.length, season), after), Double::sum);
            }
        }
        Method usual = methods.get(0);
        if (tried == 0) {
            return new Choice(usual, changes(past));
        }
        Method best = usual;
        for (Method method : methods) {
            boolean better = errors.getOrDefault(method, 0.0) < errors.getOrDefault(best, 0.0)
                    && errors.getOrDefault(method, 0.0) < CLEARLY_BETTER * errors.getOrDefault(usual, 0.0);
            best = better ? method : best;
        }
        return new Choice(best, errors.getOrDefault(best, 0.0) / tried);
    }

    private static double error(double[] forecast, double[] actual) {
        double sum = 0;
        for (int i = 0; i < actual.length; i++) {
            sum += Math.abs(forecast[i] - actual[i]);
        }
        return sum / actual.length;
    }

    private static double changes(double[] past) {
        double sum = 0;
        for (int i = 1; i < past.length; i++) {
            sum += Math.abs(past[i] - past[i - 1]);
        }
        return past.length < 2 ? past[0] : sum / (past.length - 1);
    }
}
