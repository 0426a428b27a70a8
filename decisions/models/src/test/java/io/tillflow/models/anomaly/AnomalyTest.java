package io.tillflow.models.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.models.Fit;
import io.tillflow.models.Result;
import io.tillflow.models.Terms;
import io.tillflow.models.table.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnomalyTest {
    @TempDir
    private Path folder;

    @Test
    void nineInTenAlertsAreAboutSomethingPlanted() {
        for (Result result : new Planted(15, 3).results().subList(0, 2)) {
            assertThat(result.value()).as(result.metric()).isGreaterThan(0.85);
        }
    }

    @Test
    void aPeriodIsNeverComparedWithLaterOnes() {
        double[] values = new double[80];
        Arrays.setAll(values, i -> 100 + i % 7 * 10 + i % 3);
        double[] changed = values.clone();
        Arrays.fill(changed, 60, 80, 1e6);
        AnomalyModel model = new AnomalyModel(7, 4);

        for (int i = 0; i < 60; i++) {
            assertThat(new Watch(changed, model).score(i)).isEqualTo(new Watch(values, model).score(i));
        }
    }

    @Test
    void gapsAndConstantsAreNoAlarm() {
        double[] values = new double[60];
        Arrays.fill(values, 5);
        values[40] = Double.NaN;
        Watch watch = new Watch(values, new AnomalyModel(1, 4));
        for (int i = 0; i < 60; i++) {
            assertThat(watch.odd(i)).isFalse();
        }
        assertThat(ChangePoints.of(new double[40], 7)).isEmpty();
    }

    @Test
    void findsANewLevelWhereItBegan() {
        double[] values = new double[100];
        Arrays.setAll(values, i -> (i < 63 ? 100 : 140) + i * 7 % 5);

        assertThat(ChangePoints.of(values, 1)).containsExactly(63);
    }

    @Test
    void refusesAMetricTooShortToJudge() throws IOException {
        Path file = Files.writeString(folder.resolve("m.csv"), "date,value\n2026-01-01,3\n");

        assertThat(new Anomaly().fit(new Source(file), Terms.USUAL))
                .isEqualTo(new Fit.TooLittle<>("there are 1 periods; 28 are needed"));
    }
}
