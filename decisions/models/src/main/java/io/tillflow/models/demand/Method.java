package io.tillflow.models.demand;

import java.util.Arrays;
import java.util.List;

/** Ways to forecast; each is simple, and which suits an item is found out by trying on its past. */
public enum Method {
    SEASONAL_NAIVE {
        @Override
        double[] forecast(double[] past, int ahead, int season) {
            double[] forecast = new double[ahead];
            for (int i = 0; i < ahead; i++) {
                forecast[i] = past.length >= season ? past[past.length - season + i % season] : past[past.length - 1];
            }
            return forecast;
        }
    },
    THETA {
        @Override
        double[] forecast(double[] past, int ahead, int season) {
            return seasonally(past, ahead, season, Smoothing::theta);
        }
    },
    ETS {
        @Override
        double[] forecast(double[] past, int ahead, int season) {
            return seasonally(past, ahead, season, Smoothing::dampedTrend);
        }
    },
    /** What the three before say together; rarely the best, seldom bad. */
    BLEND {
        @Override
        double[] forecast(double[] past, int ahead, int season) {
            double[] theta = THETA.forecast(past, ahead, season);
            double[] ets = ETS.forecast(past, ahead, season);
            double[] naive = SEASONAL_NAIVE.forecast(past, ahead, season);
            double[] blend = new double[ahead];
            for (int i = 0; i < ahead; i++) {
                blend[i] = 0.4 * theta[i] + 0.4 * ets[i] + 0.2 * naive[i];
            }
            return blend;
        }
    },
    TSB {
        @Override
        double[] forecast(double[] past, int ahead, int season) {
            return flat(Intermittent.tsb(past), ahead);
        }
    },
    CROSTON {
        @Override
        double[] forecast(double[] past, int ahead, int season) {
            return flat(Intermittent.croston(past), ahead);
        }
    },
    MEAN {
        @Override
        double[] forecast(double[] past, int ahead, int season) {
            return flat(Arrays.stream(past).average().orElse(0), ahead);
        }
    },
    /** The mean of the last eight. */
    RECENT {
        @Override
        double[] forecast(double[] past, int ahead, int season) {
            double[] recent = Arrays.copyOfRange(past, Math.max(0, past.length - 8), past.length);
            return flat(Arrays.stream(recent).average().orElse(0), ahead);
        }
    };

    static final List<Method> REGULAR = List.of(BLEND, THETA, ETS, SEASONAL_NAIVE);
    static final List<Method> LUMPY = List.of(TSB, CROSTON, MEAN);

    /** Non-negative demand of the periods ahead, in order; the past has at least one. */
    abstract double[] forecast(double[] past, int ahead, int season);

    /** A forecast of what has no season. */
    interface Plain {
        double[] forecast(double[] past, int ahead);
    }

    private static double[] seasonally(double[] past, int ahead, int length, Plain method) {
        double[] forecast = Season.of(past, length)
                .map(season -> season.with(method.forecast(season.without(past), ahead), past.length))
                .orElseGet(() -> method.forecast(past, ahead));
        return Arrays.stream(forecast).map(value -> Math.max(0, value)).toArray();
    }

    private static double[] flat(double value, int ahead) {
        double[] forecast = new double[ahead];
        Arrays.fill(forecast, value);
        return forecast;
    }
}
