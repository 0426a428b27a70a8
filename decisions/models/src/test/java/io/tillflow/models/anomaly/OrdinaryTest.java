package io.tillflow.models.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.models.anomaly.Ordinary.Reading;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrdinaryTest {
    private static final int SINCE = 50;

    /** Weekends sell double; the last Wednesday sells like one. */
    private static double[] days(int many) {
        Random random = new Random(4);
        double[] values = IntStream.range(0, many)
                .mapToDouble(day -> day % 7 > 4 ? 200 + random.nextInt(20) : 100 + random.nextInt(10))
                .toArray();
        Arrays.fill(values, 0, SINCE, Double.NaN);
        return values;
    }

    @Test
    void knowsWeekendsAndSaysNothingBeforeItsDataFloor() {
        double[] values = days(200);
        values[184] = 210;
        Ordinary ordinary = new Ordinary(values, 4.5);
        assertThat(ordinary.at(SINCE + 27)).isEmpty();
        assertThat(ordinary.at(SINCE + 28)).isPresent();
        assertThat(ordinary.at(184).map(Reading::high).orElseThrow()).isLessThan(210);
        Reading sunday = ordinary.at(181).orElseThrow();
        assertThat(values[181]).isBetween(sunday.low(), sunday.high());
    }

    @Test
    void saysOfAPeriodWhatItWouldHaveSaidThen() {
        double[] values = days(900);
        Ordinary inTheEnd = new Ordinary(values, 4.5);
        for (int day = 600; day < 900; day += 7) {
            double[] known = Arrays.copyOfRange(values, day - Ordinary.LOOK_BACK, day + 1);
            assertThat(new Ordinary(known, 4.5).at(Ordinary.LOOK_BACK)).isEqualTo(inTheEnd.at(day));
        }
    }
}
