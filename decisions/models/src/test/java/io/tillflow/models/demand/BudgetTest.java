package io.tillflow.models.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tillflow.models.demand.Budget.Candidate;
import io.tillflow.models.demand.Budget.Order;
import io.tillflow.models.demand.Budget.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static Candidate item(String id, double mean, long there, long cost, double earns) {
        return new Candidate(id, mean, Math.sqrt(mean) * 1.5, there, cost, earns, cost * 0.05, 1, 1000);
    }

    private static List<Candidate> some(Random random, int items, boolean alike) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            double mean = 0.5 + 6 * random.nextDouble();
            long cost = alike ? 700 : 300 + random.nextInt(1500);
            long pack = alike ? 1 : 1 + random.nextInt(3);
            double earns = cost * (0.3 + random.nextDouble());
            candidates.add(
                    new Candidate("i" + i, mean, mean * 0.6, random.nextInt(3), cost, earns, cost * 0.05, pack, 9));
        }
        return candidates;
    }

    /** Everything that could be paid. */
    private static double best(List<Candidate> candidates, int from, long money) {
        if (from == candidates.size()) {
            return 0;
        }
        Candidate one = candidates.get(from);
        double best = Double.NEGATIVE_INFINITY;
        for (long quantity = 0; quantity <= one.most() && quantity * one.cost() <= money; quantity += one.pack()) {
            double rest = best(candidates, from + 1, money - quantity * one.cost());
            best = Math.max(best, one.worth(quantity) + rest);
        }
        return best;
    }

    @Test
    void isTheBestThereIsWhereAllPacksCostTheSame() {
        Random random = new Random(1);
        for (int round = 0; round < 40; round++) {
            List<Candidate> candidates = some(random, 5, true);
            long money = 700L * random.nextInt(16);
            assertThat(Budget.of(candidates, money).worth()).isCloseTo(best(candidates, 0, money), within(1e-6));
        }
    }

    @Test
    void comesWithinAPercentOfTheBestOnAverageAndWithinAPackAlways() {
        Random random = new Random(2);
        double reached = 0;
        double possible = 0;
        for (int round = 0; round < 60; round++) {
            List<Candidate> candidates = some(random, 5, false);
            long money = 1500L + random.nextInt(12_000);
            Plan plan = Budget.of(candidates, money);
            double best = best(candidates, 0, money);
            double pack = candidates.stream()
                    .mapToDouble(it -> it.worth(it.pack()))
                    .max()
                    .orElse(0);
            assertThat(plan.cost()).isLessThanOrEqualTo(money).isEqualTo(money - plan.left());
            assertThat(plan.worth()).isLessThanOrEqualTo(best + 1e-6).isGreaterThan(best - pack);
            reached += plan.worth();
            possible += best;
        }
        assertThat(reached / possible).isGreaterThan(0.99);
    }

    @Test
    void whatIsExpectedToBeSoldIsWhatChanceSells() {
        Candidate item = item("a", 12, 3, 100, 50);
        double shape = 12 * 12 / (12 * 2.25);
        double[] demand = new GammaDistribution(shape, 12 / shape).sample(200_000);
        double sold = 0;
        for (double wanted : demand) {
            sold += (Math.min(wanted, 10) - Math.min(wanted, 3)) / demand.length;
        }
        assertThat(item.worth(7)).isCloseTo(50 * sold - 5 * (7 - sold), within(1.5));
        assertThat(new Candidate("sure", 5, 0, 1, 100, 50, 10, 1, 9).worth(6)).isEqualTo(50 * 4 - 10 * 2);
    }

    @Test
    void spendsOnWhatEarnsMostForItsMoneyAndNothingOnWhatEarnsNothing() {
        Plan plan = Budget.of(
                List.of(
                        item("pays", 10, 0, 100, 80),
                        item("dear", 10, 0, 1000, 80),
                        item("enough", 10, 60, 100, 80),
                        item("never", 0, 0, 100, 80)),
                1000);
        assertThat(plan.orders()).extracting(Order::id).containsExactly("pays");
        assertThat(plan.orders().getFirst().quantity()).isEqualTo(10);

        Plan rich = Budget.of(List.of(item("pays", 10, 0, 100, 80)), 1_000_000);
        assertThat(rich.orders().getFirst().quantity())
                .as("more would be left over")
                .isBetween(12L, 22L);
        assertThat(Budget.of(List.of(), 100).orders()).isEmpty();
        assertThat(Budget.of(List.of(item("pays", 10, 0, 100, 80)), 99).orders())
                .isEmpty();
    }

    @Test
    void ofThousandsOfItemsItIsFast() {
        List<Candidate> candidates = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 3000; i++) {
            candidates.add(item("i" + i, 1 + random.nextInt(30), random.nextInt(10), 100 + random.nextInt(5000), 400));
        }
        assertThat(Budget.of(candidates, 2_000_000).left()).isLessThan(5100);
    }

    @Test
    void namesWhatCannotBe() {
        assertThatThrownBy(() -> Budget.of(List.of(), -1)).hasMessage("expected a budget of at least 0, but got -1");
        assertThatThrownBy(() -> Budget.of(List.of(item("a", 1, 0, 1, 1), item("a", 1, 0, 1, 1)), 1))
                .hasMessageContaining("a twice");
        assertThatThrownBy(() -> item("a", Double.NaN, 0, 1, 1)).hasMessageContaining("for a, but got NaN");
        assertThatThrownBy(() -> item("a", 1, 0, 0, 1)).hasMessageContaining("but got 0, 1, 1000");
    }
}
