package io.tillflow.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentileTest {
    @Test
    void theNearestRankIsTaken() {
        long[] hundred = LongStream.rangeClosed(1, 100).toArray();

        assertThat(Percentile.of(hundred, 50)).isEqualTo(50);
        assertThat(Percentile.of(hundred, 99)).isEqualTo(99);
        assertThat(Percentile.of(new long[] {4}, 99)).isEqualTo(4);
        assertThat(Percentile.of(new long[] {}, 50)).isZero();
    }
}
