package io.tillflow.models.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tillflow.models.Fit;
import io.tillflow.models.Scores;
import io.tillflow.models.Terms;
import io.tillflow.models.table.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemandTest {
    @TempDir
    private Path folder;

    private static double[] seasonal(int periods, Random random, double noise) {
        double[] values = new double[periods];
        int phase = noise > 0.15 ? random.nextInt(12) : 0;
        for (int i = 0; i < periods; i++) {
            values[i] = (200 + i)
                    * (1 + 0.4 * Math.sin(2 * Math.PI * (i + phase) / 12))
                    * (1 + noise * random.nextGaussian());
        }
        return values;
    }

    @Test
    void followsSeasonAndTrend() {
        double[] all = seasonal(84, new Random(1), 0.02);
        double[] past = java.util.Arrays.copyOf(all, 72);
        double[] forecast = Method.BLEND.forecast(past, 12, 12);

        for (int i = 0; i < 12; i++) {
            assertThat(forecast[i]).isCloseTo(all[72 + i], within(all[72 + i] * 0.15));
        }
    }

    @Test
    void intervalsHoldWhatTheyPromiseOnSeriesNeverSeen() {
        Random random = new Random(2);
        List<Series> known = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            known.add(new Series("s" + i, seasonal(60, random, 0.2), 6));
        }
        DemandModel model = DemandModel.fit(known, 12, 6);
        int inside = 0;
        for (int i = 0; i < 100; i++) {
            double[] all = seasonal(66, random, 0.2);
            double[] past = java.util.Arrays.copyOf(all, 60);
            List<Forecast> forecasts = model.forecast(past, Choice.of(past, 6, 12), 6);
            for (int step = 0; step < 6; step++) {
                double[] quantiles = forecasts.get(step).quantiles();
                inside += all[60 + step] >= quantiles[1] && all[60 + step] <= quantiles[5] ? 1 : 0;
            }
        }

        assertThat(inside / 600.0).isBetween(0.84, 0.97);
    }

    @Test
    void rareDemandIsAChanceTimesASizeAndFadesWhenItStops() {
        double[] alive = {0, 0, 4, 0, 0, 0, 4, 0, 0, 4, 0, 0, 0, 4, 0, 0, 4, 0};
        double[] dead = {4, 0, 4, 0, 0, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

        assertThat(Intermittent.isLumpy(alive)).isTrue();
        assertThat(Intermittent.tsb(alive)).isBetween(0.5, 2.0);
        assertThat(Intermittent.tsb(dead)).isLessThan(0.3);
        assertThat(Intermittent.croston(dead)).isGreaterThan(Intermittent.tsb(dead));
        assertThat(new LumpyDemand(0.4, 0.1, new double[] {2, 4, 8}).quantile(0.85))
                .isZero();
        assertThat(new LumpyDemand(0.4, 0.1, new double[] {2, 4, 8}).quantile(0.99))
                .isEqualTo(8);
    }

    @Test
    void oddSeriesGetAReasonAndNeverAnInventedNumber() throws IOException {
        StringBuilder file = new StringBuilder("series,start_year,start_month,horizon,train,test\n");
        Random random = new Random(3);
        for (int i = 0; i < 12; i++) {
            file.append("s")
                    .append(i)
                    .append(",2020,1,2,")
                    .append(joined(seasonal(40, random, 0.1)))
                    .append(",\n");
        }
        file.append("empty,2020,1,2,,\nonce,2020,1,2,5,\nnone,2020,1,2,NA NA NA,\n")
                .append("constant,2020,1,2,")
                .append("7 ".repeat(30))
                .append(",\n")
                .append("never,2020,1,2,")
                .append("0 ".repeat(30))
                .append(",\n")
                .append("returns,2020,1,2,")
                .append("5 6 -3 7 NA 6 ".repeat(6))
                .append(",\n");
        Source data = new Source(Files.writeString(folder.resolve("items.csv"), file));
        Fit<DemandModel> fit = new Demand().fit(data, Terms.USUAL);
        assertThat(fit).isInstanceOf(Fit.Fitted.class);
        Scores scores = new Demand().predict(((Fit.Fitted<DemandModel>) fit).model(), data, Terms.USUAL);

        assertThat(row(scores, "empty"))
                .containsExactly(List.of(
                        "empty", 1, "none", "", "", "", "", "", "", "", "", "0 periods are known, 6 are needed"));
        assertThat(row(scores, "once").get(0)).contains("none", "1 periods are known, 6 are needed");
        assertThat(row(scores, "none").get(0)).contains("none");
        assertThat((double) row(scores, "constant").get(0).get(3)).isCloseTo(7, within(0.01));
        assertThat(row(scores, "never").get(0).get(3)).isEqualTo(0.0);
        assertThat(row(scores, "returns").get(0).get(11)).isEqualTo("6 negative periods count as 0");
    }

    @Test
    void aColumnASeriesIsReadToo() throws IOException {
        StringBuilder file = new StringBuilder("7001,7002\n");
        for (int i = 0; i < 30; i++) {
            file.append(i % 4 == 0 ? 3 : 0)
                    .append(',')
                    .append(i < 5 ? "NA" : "10")
                    .append('\n');
        }
        Source data = new Source(Files.writeString(folder.resolve("wide.csv"), file));
        DemandModel model = new DemandModel(12, 4, new double[][] {{-2, -1.6, -1.2, 0, 1.2, 1.6, 2}});
        Scores scores = new Demand().predict(model, data, new Terms(Optional.empty(), Optional.of(3)));

        assertThat(scores.rows()).hasSize(6);
        assertThat(row(scores, "7001").get(2).subList(0, 3)).isEqualTo(List.of("7001", 3, "tsb"));
        assertThat(new Demand().fit(data, Terms.USUAL)).isInstanceOf(Fit.TooLittle.class);
    }

    private static List<List<Object>> row(Scores scores, String series) {
        List<List<Object>> rows =
                scores.rows().stream().filter(row -> row.get(0).equals(series)).toList();
        return series.equals("empty") ? rows.subList(0, 1) : rows;
    }

    private static String joined(double[] values) {
        return String.join(
                " ",
                java.util.Arrays.stream(values)
                        .mapToObj(v -> "" + Math.round(v))
                        .toList());
    }
}
