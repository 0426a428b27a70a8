package io.tillflow.models.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tillflow.models.demand.Item.About;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

class NewItemsTest {
    private static final LocalDate UNTIL = LocalDate.parse("2026-06-28");
    private final Well19937c chance = new Well19937c(12);

    /** Levels differ as a gamma distribution of shape 4 does; what costs one percent more sells one percent less. */
    private Item item(String category, double usual, double price, int weeks) {
        double level = new GammaDistribution(chance, 4, usual / 4).sample() * 20 / price;
        double[] sold = new double[weeks];
        for (int i = 0; i < weeks; i++) {
            sold[i] = new PoissonDistribution(chance, Math.max(1e-3, level), 1e-9, 1000).sample();
        }
        return of(category, price, sold);
    }

    private static Item of(String category, double price, double[] sold) {
        double all = Arrays.stream(sold).sum();
        double[] none = new double[sold.length];
        About about = new About(category, price);
        return new Item(
                category + price + all, UNTIL, sold, all, none, new double[ShopDemand.WEEKS], sold.length, about);
    }

    private List<Item> shop(int each) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < each; i++) {
            items.add(item("lamps", 2, 10 + i % 4 * 10, 40));
            items.add(item("candles", 12, 10 + i % 4 * 10, 40));
        }
        return items;
    }

    private static double[] usual() {
        double[] usual = new double[ShopDemand.WEEKS];
        Arrays.fill(usual, 1);
        return usual;
    }

    private static Forecast month(NewItems model, Item item) {
        return model.forecast(item, model.alike(item).orElseThrow(), usual())
                .get(3)
                .together();
    }

    @Test
    void sellsLikeItsCategoryAtItsPriceUntilItsOwnWeeksTell() {
        NewItems model = NewItems.learn(shop(60));

        assertThat(model.price()).isCloseTo(-1, within(0.25));
        assertThat(model.sureness()).isBetween(1.8, 6.5);
        double lamp = month(model, of("lamps", 20, new double[0])).mean();
        double candle = month(model, of("candles", 20, new double[0])).mean();
        assertThat(candle / lamp).isCloseTo(6, within(1.5));
        assertThat(month(model, of("lamps", 40, new double[0])).mean()).isLessThan(0.65 * lamp);

        double[] many = {20, 21, 19, 20, 22, 18};
        double known = month(model, of("lamps", 20, many)).mean();
        assertThat(known).as("6 weeks of 20").isBetween(50.0, 80.0);
        double first = month(model, of("lamps", 20, new double[] {20})).mean();
        assertThat(first).isBetween(lamp, known);
    }

    @Test
    void intervalsHoldNineOfTenAndNarrowWithOwnWeeks() {
        NewItems model = NewItems.learn(shop(60));
        for (int known : new int[] {0, 4}) {
            int inside = 0;
            for (int i = 0; i < 500; i++) {
                Item whole = item("candles", 12, 20, known + 4);
                Forecast told = month(model, whole.first(known));
                double came = Arrays.stream(whole.weeks(), known, known + 4).sum();
                inside += told.quantiles()[1] <= came && came <= told.quantiles()[5] ? 1 : 0;
            }
            assertThat(inside / 500.0).as("knowing %d weeks", known).isBetween(0.84, 0.97);
        }
        Forecast before = month(model, of("lamps", 20, new double[0]));
        Forecast after = month(model, of("lamps", 20, new double[] {2, 2, 2, 2, 2, 2, 2, 2}));
        assertThat((after.quantiles()[5] - after.quantiles()[1]) / after.mean())
                .isLessThan(0.8 * (before.quantiles()[5] - before.quantiles()[1]) / before.mean());
    }

    @Test
    void whatIsOfferedForLongAndNotSoldIsNotExpectedToSell() {
        NewItems model = NewItems.learn(shop(60));
        Item fresh = of("candles", 20, new double[0]);
        Item unsold = new Item("unsold", UNTIL, fresh.weeks(), 0, fresh.off(), fresh.planned(), 20, fresh.about());

        assertThat(month(model, unsold).mean()).isLessThan(month(model, fresh).mean() / 5);
    }

    @Test
    void ofAnUnknownCategoryItIsLikeAnyAndLessSureAndOfTooFewItemsNothingIsSaid() {
        NewItems model = NewItems.learn(shop(60));

        assertThat(model.sureOfAny()).isLessThan(model.sureness());
        assertThat(model.alike(of("boats", 20, new double[0])).orElseThrow().items())
                .isEqualTo(120);
        assertThat(NewItems.learn(shop(4)).alike(of("lamps", 20, new double[0])))
                .isEmpty();
        assertThat(NewItems.learn(List.of()).alike(of("lamps", 20, new double[0])))
                .isEmpty();
    }
}
