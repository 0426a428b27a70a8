package io.tillflow.connectors.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace();

    @Test
    void countsWhatHappenedWithinTheLastMinuteAndNothingOlder() {
        pace.add(1_000, 2);
        pace.add(1_059, 3);
        assertThat(pace.lastMinute(1_059)).isEqualTo(5);
        assertThat(pace.lastMinute(1_060)).isEqualTo(3);
        assertThat(pace.lastMinute(1_119)).isZero();
    }

    @Test
    void forgetsASecondWhenItsPlaceIsNeededAgain() {
        pace.add(1_000, 2);
        pace.add(1_060, 1);
        assertThat(pace.lastMinute(1_060)).isEqualTo(1);
    }
}
