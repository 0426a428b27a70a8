package io.tillflow.models.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingTest {
    private final Ranking ranking =
            new Ranking(new double[] {0.9, 0.8, 0.7, 0.6, 0.5}, new boolean[] {true, false, true, false, false});

    @Test
    void countsPairsInTheRightOrder() {
        assertThat(ranking.auc()).isCloseTo(5 / 6.0, within(1e-12));
        assertThat(ranking.averagePrecision()).isCloseTo((1 + 2 / 3.0) / 2, within(1e-12));
        assertThat(ranking.recallAt(0.01)).isEqualTo(0.5);
        assertThat(ranking.coverageAt(0.6)).isEqualTo(0.6);
    }

    @Test
    void tiesCountHalf() {
        assertThat(new Ranking(new double[4], new boolean[] {true, false, true, false}).auc())
                .isEqualTo(0.5);
    }
}
