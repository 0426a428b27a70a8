package io.tillflow.models.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tillflow.models.Fit;
import io.tillflow.models.ModelFile;
import io.tillflow.models.Scores;
import io.tillflow.models.Terms;
import io.tillflow.models.life.Trial;
import io.tillflow.models.table.BadData;
import io.tillflow.models.table.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopDaysTest {
    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");

    @TempDir
    private Path folder;

    private final StringBuilder file = new StringBuilder("sku,date,units,sold_out\n");
    private final Well19937c chance = new Well19937c(5);

    private void sell(String sku, int days, DoubleUnaryOperator aDay) {
        for (int day = 0; day < days; day++) {
            int units = new PoissonDistribution(chance, Math.max(1e-6, aDay.applyAsDouble(day)), 1e-9, 1000).sample();
            if (units > 0) {
                row(sku, day, units, 0);
            }
        }
    }

    private void row(String sku, int day, int units, double soldOut) {
        file.append(sku + "," + FIRST.plusDays(day) + "," + units + "," + soldOut + "\n");
    }

    private Source data() throws IOException {
        return new Source(Files.writeString(folder.resolve("sales.csv"), file));
    }

    /** Some sell evenly, some more and more, some less and less. */
    private Source shop(int items, int days) throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < items; i++) {
            double a = 0.2 + 2 * random.nextDouble();
            double slope = (i % 3 - 1) * 0.8;
            sell("item" + i, days, day -> a * (1 + slope * (2.0 * day / days - 1)));
        }
        return data();
    }

    @Test
    void beatsTheBestSimpleRuleOnWeeksItHasNotSeenAndItsIntervalsHold() throws IOException {
        Trial trial = new Demand().tryOut(shop(120, 364), Optional.empty(), 0);

        assertThat(trial.cases()).isBetween(100, 120);
        assertThat(trial.figure()).isGreaterThan(trial.baseline());
        assertThat(trial.gain().atWorst()).isPositive();
        assertThat(trial.coverage()).isNotNull().isBetween(0.86, 0.96);
        assertThat(trial.versusLive()).isNull();
    }

    @Test
    void itemsThatAllSellEvenlyShowNoGain() throws IOException {
        for (int i = 0; i < 60; i++) {
            sell("item" + i, 364, day -> 1);
        }
        assertThat(new Demand().tryOut(data(), Optional.empty(), 0).gain().atWorst())
                .isLessThanOrEqualTo(0);
    }

    @Test
    void isComparedWithTheVersionInUseOnlyOnWeeksThatHasNotSeen() throws IOException {
        Source data = shop(60, 364);
        ShopDemand poor = new ShopDemand(FIRST.plusDays(270), Method.CROSTON, java.util.Map.of(), bell(), bell());

        assertThat(new Demand()
                        .tryOut(data, Optional.of(DemandModel.of(poor)), 0)
                        .versusLive())
                .isNotNull()
                .satisfies(versus -> assertThat(versus.figure()).isGreaterThan(versus.live()));
        assertThat(new Demand().tryOut(data, Optional.of(fitted(data)), 0).versusLive())
                .as("it has seen all of them")
                .isNull();
    }

    private static double[][] bell() {
        double[][] bell = new double[ShopDemand.WEEKS][];
        java.util.Arrays.fill(bell, new double[] {-2, -1.6, -1.3, 0, 1.3, 1.6, 2});
        return bell;
    }

    private static DemandModel fitted(Source data) {
        return ((Fit.Fitted<DemandModel>) new Demand().fit(data, Terms.USUAL)).model();
    }

    @Test
    void weeksInWhichAnItemCouldNotBeHadAreNotWeeksInWhichNobodyWantedIt() throws IOException {
        shop(20, 200);
        for (int day = 0; day < 200; day++) {
            boolean out = day > 120 && day < 180;
            row("mostly-out", day, out ? 0 : 2, out ? 1 : 0);
            row("half-days", day, 1, 0.5);
        }
        Source data = data();
        Scores scores = new Demand().predict(fitted(data), data, Terms.USUAL);

        assertThat((double) first(scores, "mostly-out").get(3)).isCloseTo(14, within(1.5));
        assertThat(first(scores, "mostly-out").get(9)).asString().endsWith("weeks sold out");
        assertThat((double) first(scores, "half-days").get(3)).isCloseTo(14, within(0.5));
    }

    @Test
    void theModelIsKeptAndSaysTheSameOfAllWeeksTogether() throws IOException {
        Source data = shop(30, 364);
        DemandModel model = fitted(data);
        DemandModel kept = new Demand().read(ModelFile.read("kept", new Demand().write(model)));
        assertThat(kept).isEqualTo(model);

        Scores scores = new Demand().predict(kept, data, new Terms(Optional.empty(), Optional.of(9)));
        assertThat(scores.rows()).hasSize(30 * 9);
        List<Object> last = scores.rows().get(8);
        assertThat((double) last.get(6)).isGreaterThan(8 * (double) last.get(3) * 0.8);
        assertThat((double) last.get(7)).isLessThan((double) last.get(6));
        assertThat((double) last.get(8) - (double) last.get(7))
                .as("nine weeks together are surer than nine alone")
                .isLessThan(9 * ((double) last.get(5) - (double) last.get(4)));
    }

    @Test
    void aSaleOfTomorrowIsNoLongPauseBeforeIt() throws IOException {
        shop(20, 200);
        Source data = data();
        DemandModel model = fitted(data);
        Scores usual = new Demand().predict(model, data, Terms.USUAL);
        row("item0", 27_000, 50, 0);
        Source mistyped = data();
        Terms today = new Terms(Optional.empty(), Optional.empty(), Optional.of(LocalDate.parse("2026-11-29")));

        assertThat(new Demand().predict(model, mistyped, today).rows()).isEqualTo(usual.rows());
    }

    @Test
    void saysWhatIsMissingOfAShopAndOfAnItem() throws IOException {
        shop(30, 60);
        assertThat(new Demand().fit(data(), Terms.USUAL))
                .isEqualTo(new Fit.TooLittle<>("there are 60 days of sales; 90 are needed"));
        shop(12, 120);
        row("rare", 3, 4, 0);
        row("rare", 100, 4, 0);
        row("new", 70, 20, 0);
        row("new", 119, 20, 0);
        Source data = data();
        Scores scores = new Demand().predict(fitted(data), data, Terms.USUAL);
        assertThat(first(scores, "rare").get(9)).isEqualTo("sold 8 times; 12 are needed");
        ShopDemand poor = new ShopDemand(FIRST, Method.CROSTON, java.util.Map.of(), bell(), bell());
        assertThat(first(new Demand().predict(DemandModel.of(poor), data, Terms.USUAL), "new")
                        .get(9))
                .isEqualTo("sold for 7 whole weeks; 12 are needed");
    }

    @Test
    void aNewItemIsForecastByThoseAlikeAndOnePlannedOfferByThoseOfThePast() throws IOException {
        file.setLength(0);
        file.append("sku,date,units,sold_out,discount,category,price,since\n");
        for (int item = 0; item < 24; item++) {
            for (int day = 0; day < 210; day++) {
                boolean offered = (day / 7 + item) % 6 == 0;
                int units = new PoissonDistribution(chance, offered ? 3 : 1, 1e-9, 1000).sample();
                file.append("item" + item + "," + FIRST.plusDays(day) + "," + units + ",," + (offered ? 0.3 : 0)
                        + ",lamps,20,2024-06-01\n");
            }
        }
        file.append("item3," + FIRST.plusDays(210) + ",,,0.3,,,\n");
        file.append("item3," + FIRST.plusDays(240) + ",,,-2,,,\n");
        file.append("fresh," + FIRST.plusDays(209) + ",0,,,lamps,20," + FIRST.plusDays(207) + "\n");
        file.append("slow," + FIRST.plusDays(209) + ",0,,,lamps,20," + FIRST + "\n");
        Source data = data();
        Scores scores = new Demand().predict(fitted(data), data, Terms.USUAL);

        assertThat(first(scores, "fresh").get(2)).isEqualTo("alike");
        assertThat((double) first(scores, "fresh").get(3)).isCloseTo(7, within(2.0));
        assertThat(first(scores, "fresh").get(9)).isEqualTo("new, else as the first weeks of 24 items alike");
        assertThat((double) first(scores, "slow").get(3))
                .as("30 weeks, and none sold")
                .isLessThan(1);
        assertThat(first(scores, "slow").get(9)).asString().startsWith("new, 30 weeks of its own");
        double offered = (double) first(scores, "item3").get(3);
        double next = (double) scores.rows().stream()
                .filter(row -> row.get(0).equals("item3"))
                .toList()
                .get(1)
                .get(3);
        assertThat(next).isCloseTo(7, within(2.0));
        assertThat(offered).as("one day in seven of the week is offered").isBetween(next * 1.02, next * 1.6);
    }

    @Test
    void namesWhatCannotBeRead() throws IOException {
        row("a", 1, -3, 0);
        file.append("a,soon,1,0\n");
        Source data = data();
        assertThatThrownBy(() -> new Demand().fit(data, Terms.USUAL))
                .isInstanceOf(BadData.class)
                .hasMessage("sales.csv, line 3: expected a day as 2026-01-31, but got \"soon\"");
        Source other = new Source(Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n"));
        assertThatThrownBy(() -> new Demand().tryOut(other, Optional.empty(), 0))
                .hasMessageContaining("a shop's days");
        Source empty = new Source(Files.writeString(folder.resolve("empty.csv"), "sku,date,units\n"));
        assertThat(new Demand().fit(empty, Terms.USUAL)).isInstanceOf(Fit.TooLittle.class);
    }

    private static List<Object> first(Scores scores, String item) {
        return scores.rows().stream()
                .filter(row -> row.get(0).equals(item))
                .findFirst()
                .orElseThrow();
    }
}
