package io.tillflow.connectors.workers;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.connectors.provider.ProviderUnavailable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPlanTest {
    private static final double NEITHER_EARLY_NOR_LATE = 0.5;
    private final ProviderUnavailable trouble = new ProviderUnavailable("came back 503");

    @Test
    void theLastPauseIsTheLongest() {
        RetryPlan plan = RetryPlan.of(Map.of());
        assertThat(plan.pauseBefore(1, NEITHER_EARLY_NOR_LATE, trouble)).isEqualTo(Duration.ofSeconds(20));
        assertThat(plan.pauseBefore(2, NEITHER_EARLY_NOR_LATE, trouble)).isEqualTo(Duration.ofSeconds(5));
        assertThat(plan.pauseBefore(3, NEITHER_EARLY_NOR_LATE, trouble)).isEqualTo(Duration.ofMillis(1_250));
        assertThat(plan.pauseBefore(9, NEITHER_EARLY_NOR_LATE, trouble))
                .isEqualTo(plan.pauseBefore(4, NEITHER_EARLY_NOR_LATE, trouble));
    }

    @Test
    void aTaskSetsItsOwnPauseAndJitter() {
        RetryPlan plan = RetryPlan.of(Map.of(RetryPlan.PAUSE, "PT2M", RetryPlan.JITTER, "0.5"));
        assertThat(plan.pauseBefore(1, 0, trouble)).isEqualTo(Duration.ofMinutes(1));
        assertThat(plan.pauseBefore(1, 1, trouble)).isEqualTo(Duration.ofMinutes(3));
        assertThat(plan.pauseBefore(2, NEITHER_EARLY_NOR_LATE, trouble)).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5s", "0s", "400d", "PT", "99999999999999999999s"})
    void aPauseThatIsNoneIsTheUsualOne(String header) {
        assertThat(RetryPlan.of(Map.of(RetryPlan.PAUSE, header, RetryPlan.JITTER, "a lot")))
                .isEqualTo(RetryPlan.of(Map.of()));
    }

    @Test
    void aProviderThatAsksForTimeGetsIt() {
        ProviderUnavailable busy = new ProviderUnavailable("came back 429", Duration.ofMinutes(5));
        assertThat(RetryPlan.of(Map.of()).pauseBefore(3, NEITHER_EARLY_NOR_LATE, busy))
                .isGreaterThan(Duration.ofMinutes(5))
                .isLessThan(Duration.ofMinutes(6));
    }
}
