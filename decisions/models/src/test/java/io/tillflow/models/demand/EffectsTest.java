package io.tillflow.models.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class EffectsTest {
    private static final LocalDate UNTIL = LocalDate.parse("2026-06-28");
    private final Well19937c chance = new Well19937c(8);

    private double[] sold(int weeks, IntToDoubleFunction aWeek) {
        double[] sold = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            sold[week] =
                    new PoissonDistribution(chance, Math.max(1e-6, aWeek.applyAsDouble(week)), 1e-9, 1000).sample();
        }
        return sold;
    }

    private static Item item(String id, String category, double[] weeks, double[] off, double[] planned) {
        Item plain = Item.of(id, UNTIL, weeks);
        return new Item(
                id, UNTIL, weeks, plain.units(), off, planned, weeks.length, new Item.About(category, Double.NaN));
    }

    private static double[] planned(double... off) {
        return Arrays.copyOf(off, ShopDemand.WEEKS);
    }

    /** In every eighth week a fifth or two fifths are taken off. */
    private static double[] offers(int weeks, int shift) {
        double[] off = new double[weeks];
        for (int week = shift % 8; week < weeks; week += 8) {
            off[week] = week % 16 < 8 ? 0.2 : 0.4;
        }
        return off;
    }

    private Item offered(int nth, double strength) {
        double[] off = offers(60, nth);
        double[] weeks = sold(60, week -> (4 + nth % 5) * Math.pow(1 - off[week], -strength));
        return item("item" + nth, "", weeks, off, planned(0.4, 0));
    }

    @Test
    void findsHowStronglyDemandAnswersToAPartTakenOff() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            items.add(offered(i, 3));
        }
        Promotions promotions = Promotions.learn(items);

        assertThat(promotions.shared()).isCloseTo(3, within(0.3));
        assertThat(promotions.factor("never offered", 0.2))
                .isCloseTo(Math.pow(0.8, -promotions.shared()), within(1e-9));
        assertThat(promotions.factor("item1", 0)).isEqualTo(1);
    }

    @Test
    void anItemThatAnswersOtherwiseIsBelievedAsFarAsItsOffersTell() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            items.add(offered(i, i == 0 ? 0 : 3));
        }
        double own = Math.log(Promotions.learn(items).factor("item0", 0.2)) / -Math.log(0.8);
        assertThat(own).isBetween(-0.3, 1.6);
    }

    @Test
    void aFewOffersTellNothing() {
        Promotions promotions = Promotions.learn(List.of(offered(1, 3)));

        assertThat(promotions.offers()).isLessThan(Promotions.FEWEST_OFFERS);
        assertThat(promotions.factor("item1", 0.4)).isEqualTo(1);
    }

    @Test
    void offersOfThePastAreNoDemandOfTheFutureButPlannedOnesAre() {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            items.add(offered(i, 3));
        }
        ShopDemand model = ShopDemand.learn(new Sales(UNTIL, 420, items));
        List<ShopDemand.Ahead> weeks = model.forecast(items.get(4));

        double usual = weeks.get(1).week().mean();
        assertThat(usual).as("8 a week at the full price").isCloseTo(8, within(1.5));
        assertThat(weeks.get(0).week().mean() / usual)
                .isCloseTo(Promotions.learn(items).factor("item4", 0.4), within(1e-6));
        assertThat(weeks.get(1).together().mean()).isCloseTo(weeks.get(0).week().mean() + usual, within(1e-9));
        assertThat(weeks.get(0).week().quantiles()[5] - weeks.get(0).week().mean())
                .as("more can be missed of more")
                .isGreaterThan(2 * (weeks.get(1).week().quantiles()[5] - usual));
    }

    private List<Item> seasonal(int items, int weeks, double swing) {
        List<Item> all = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            double level = 3 + i % 4;
            all.add(item(
                    "item" + i,
                    "garden",
                    sold(weeks, week -> level * (1 + swing * Math.sin(2 * Math.PI * (week - weeks) / 52.0))),
                    new double[weeks],
                    planned()));
        }
        return all;
    }

    @Test
    void aSeasonOfTheCategoryIsFoundInTwoYearsAndServesItsYoungerItemsToo() {
        List<Item> items = seasonal(12, 110, 0.6);
        Item young = item("young", "garden", sold(20, week -> 4), new double[20], planned());
        items.add(young);
        Seasons seasons = Seasons.learn(items);

        assertThat(seasons.factor(young, -13)).as("a quarter of a year on").isGreaterThan(1.35);
        assertThat(seasons.factor(young, 13)).as("a quarter of a year ago").isLessThan(0.65);
        Item other = item("other", "kitchen", sold(20, week -> 4), new double[20], planned());
        assertThat(seasons.factor(other, -13)).isEqualTo(1);
        double[] plain = new Effects(Promotions.NONE, seasons).without(young).weeks();
        assertThat(plain[7]).isEqualTo(young.weeks()[7] / seasons.factor(young, 12));
    }

    @Test
    void withoutASeasonOrWithLessThanTwoYearsThereIsNone() {
        assertThat(Seasons.learn(seasonal(12, 110, 0)).factors()).isEmpty();
        assertThat(Seasons.learn(seasonal(12, 100, 0.6)).factors()).isEmpty();
        double[] rising = new double[110];
        Arrays.setAll(rising, week -> week);
        assertThat(Seasons.learn(List.of(item("rising", "garden", rising, new double[110], planned())))
                        .factors())
                .as("a trend is no season")
                .isEmpty();
    }
}
