package io.tillflow.launcher.demo.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTest {
    private static final List<Article> SHELF =
            List.of(new Article("A", "a", "lamps", 10_00, "EUR", 9), new Article("B", "b", "lamps", 20_00, "EUR", 9));

    @Test
    void everyOrderOfAPlanIsForetoldOnce() {
        Plan plan = Plan.drawn(new Scope(60, 5, 7), SHELF, "a");

        assertThat(Forecast.of(plan, true).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(60);
        assertThat(Forecast.of(plan, false).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(60);
    }

    @Test
    void whoeverSettlesLeavesNothingWaiting() {
        for (Intent intent : Intent.values()) {
            assertThat(Forecast.of(intent, true).text()).doesNotStartWith("waiting");
        }
        assertThat(Forecast.of(Intent.SHORT_OF_STOCK, false)).isEqualTo(Outcome.WAITING_FOR_RESTOCK);
    }

    @Test
    void nobodyGetsMoreThanThereIs() {
        Plan plan = Plan.contested(new Scope(40, 5, 7), SHELF, "a");

        assertThat(Forecast.contested(plan, 15, true))
                .containsEntry(Outcome.COMPLETED, 15L)
                .containsEntry(Outcome.TURNED_AWAY, 25L);
        assertThat(Forecast.contested(plan, 50, true)).containsOnlyKeys(Outcome.COMPLETED);
        assertThat(Forecast.contested(plan, 0, true)).containsOnlyKeys(Outcome.TURNED_AWAY);
    }
}
