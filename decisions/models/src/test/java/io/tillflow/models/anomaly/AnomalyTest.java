package io.tillflow.models.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tillflow.models.Fit;
import io.tillflow.models.Result;
import io.tillflow.models.Scores;
import io.tillflow.models.Terms;
import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
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

    private Source days(IntPredicate there, IntFunction<LocalDate> day) throws IOException {
        StringBuilder rows = new StringBuilder("date,value\n");
        for (int i = 0; i < 140; i++) {
            if (there.test(i)) {
                rows.append(day.apply(i) + "," + (100 + i % 7 * 20 + i % 3) + "\n");
            }
        }
        return new Source(Files.writeString(folder.resolve("days.csv"), rows));
    }

    @Test
    void whatFollowsAMissingDayKeepsItsPlaceInTheWeek() throws IOException {
        LocalDate first = LocalDate.parse("2026-01-01");
        Source gappy = days(i -> i % 6 != 4, first::plusDays);
        AnomalyModel model = ((Fit.Fitted<AnomalyModel>) new Anomaly().fit(gappy, Terms.USUAL)).model();
        assertThat(model.season()).isEqualTo(7);
        Scores scores = new Anomaly().predict(model, gappy, Terms.USUAL);
        assertThat(scores.rows()).hasSize(140);
        assertThat(scores.column("note").get(130)).isEqualTo("no value");
        assertThat((double) scores.column("expected").get(139)).isCloseTo(100 + 139 % 7 * 20, within(6.0));

        Source months = days(i -> i < 36, i -> first.plusMonths(i));
        assertThat(new Anomaly().predict(model, months, Terms.USUAL).rows())
                .as("months are no whole number of days apart")
                .hasSize(36);
    }

    @Test
    void daysThatAreThereTwiceOrOutOfOrderOrFarOffAreRefusedByName() throws IOException {
        LocalDate first = LocalDate.parse("2026-01-01");
        assertThatThrownBy(() -> new Anomaly().fit(days(i -> true, i -> first.plusDays(i % 100)), Terms.USUAL))
                .isInstanceOf(BadData.class)
                .hasMessageStartingWith("row 101, date: expected a day after 2026-04-10, but got 2026-01-01");
        assertThatThrownBy(() -> new Anomaly()
                        .fit(
                                days(i -> true, i -> i == 139 ? LocalDate.parse("2099-01-01") : first.plusDays(i)),
                                Terms.USUAL))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("periods are missing before 2099-01-01");
    }

    @Test
    void aDayAfterTodayIsRefusedByItsRow() throws IOException {
        LocalDate first = LocalDate.parse("2026-01-01");
        Source data = days(i -> true, first::plusDays);
        Terms onItsLastDay = new Terms(Optional.empty(), Optional.empty(), Optional.of(first.plusDays(139)));
        AnomalyModel model = ((Fit.Fitted<AnomalyModel>) new Anomaly().fit(data, onItsLastDay)).model();
        Terms theDayBefore = new Terms(Optional.empty(), Optional.empty(), Optional.of(first.plusDays(138)));
        assertThatThrownBy(() -> new Anomaly().fit(data, theDayBefore))
                .isInstanceOf(BadData.class)
                .hasMessageStartingWith("row 140, date: expected a day until today, 2026-05-19, but got 2026-05-20");
        assertThatThrownBy(() -> new Anomaly().predict(model, data, theDayBefore))
                .isInstanceOf(BadData.class)
                .hasMessageStartingWith("row 140, date: ");
    }
}
