package io.tillflow.models.demand;

import java.util.Arrays;

/**
 * What was asked for in each past period; what is not known is NaN.
 *
 * @param id whose demand it is
 * @param horizon how many periods ahead the data itself asks for; 0 when it does not say
 */
public record Series(String id, double[] values, int horizon) {
    /** From the first known period to the last; gaps between are filled with what the season before had, else nothing. */
    double[] known(int season) {
        int from = 0;
        int to = values.length;
        while (from < to && !Double.isFinite(values[from])) {
            from++;
        }
        while (to > from && !Double.isFinite(values[to - 1])) {
            to--;
        }
        double[] known = Arrays.copyOfRange(values, from, to);
        for (int i = 0; i < known.length; i++) {
            if (!Double.isFinite(known[i])) {
                known[i] = i >= season ? known[i - season] : known[i - 1];
            }
            known[i] = Math.max(0, known[i]);
        }
        return known;
    }

    /** What is odd about it, for people; empty when nothing is. */
    String oddity(int season) {
        long negative = Arrays.stream(values).filter(v -> v < 0).count();
        int known = known(season).length;
        long present = Arrays.stream(values).filter(Double::isFinite).count();
        if (known == 0) {
            return "no period has a value";
        }
        if (negative > 0) {
            return negative + " negative periods count as 0";
        }
        return present < known ? (known - present) + " gaps were filled" : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Series that && id.equals(that.id) && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return id.hashCode() * 31 + Arrays.hashCode(values);
    }
}
