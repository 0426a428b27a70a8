package io.tillflow.models.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.models.life.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeSplitTest {
    /** Forty sets of three that go together, beside things everybody buys with everything. */
    private static List<List<String>> sets(int many, long seed) {
        Random random = new Random(seed);
        List<List<String>> baskets = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int set = random.nextInt(40);
            List<String> basket = new ArrayList<>(List.of("set" + set + "a", "set" + set + "b"));
            if (random.nextBoolean()) {
                basket.add("set" + set + "c");
            }
            for (int common = 0; common < 24; common++) {
                if (random.nextInt(10) < 3) {
                    basket.add("common" + common);
                }
            }
            baskets.add(basket);
        }
        return baskets;
    }

    private static List<List<String>> chance(int many) {
        Random random = new Random(3);
        List<List<String>> baskets = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            baskets.add(random.ints(3, 0, 60)
                    .distinct()
                    .mapToObj(item -> "item" + item)
                    .toList());
        }
        return baskets;
    }

    @Test
    void whatGoesTogetherBeatsTheSimpleRuleBeyondChance() {
        Trial trial = TimeSplit.judge(sets(2500, 1), Optional.empty(), 0);

        assertThat(trial.cases()).isEqualTo(500);
        assertThat(trial.figure()).isGreaterThan(trial.baseline());
        assertThat(trial.gain().atWorst()).isPositive().isLessThan(trial.gain().mean());
        assertThat(trial.gain().mean()).isCloseTo(trial.figure() - trial.baseline(), within(1e-9));
        assertThat(trial.versusLive()).isNull();
    }

    @Test
    void whatIsBoughtByChanceShowsNoGain() {
        Trial trial = TimeSplit.judge(chance(1500), Optional.empty(), 0);

        assertThat(trial.gain().atWorst()).isNegative();
    }

    @Test
    void isComparedWithTheLiveVersionOnlyWhereThatHasNotLearned() {
        List<List<String>> baskets = sets(2500, 1);
        LinkModel poor = Links.learn(Counts.of(chance(300)));

        Trial trial = TimeSplit.judge(baskets, Optional.of(poor), 0);
        assertThat(trial.versusLive()).isNotNull().satisfies(versus -> {
            assertThat(versus.cases()).isEqualTo(500);
            assertThat(versus.gain().atWorst()).isPositive();
        });
        assertThat(TimeSplit.judge(baskets, Optional.of(poor), 2490).versusLive())
                .as("ten unseen baskets are too few")
                .isNull();
        assertThat(TimeSplit.judge(baskets, Optional.of(poor), 9999).versusLive())
                .isNull();
    }

    @Test
    void countingSuggestsWhatWasTogetherTwiceAndFillsUpWithWhatIsBoughtMost() {
        Counting counting = new Counting(Counts.alike(List.of(
                List.of("tea", "lemon"),
                List.of("tea", "lemon"),
                List.of("tea", "paint"),
                List.of("bread", "milk"),
                List.of("bread"),
                List.of("bread"))));

        assertThat(counting.suggest(List.of("tea"), 2)).containsExactly("lemon", "bread");
    }

    private static org.assertj.core.data.Offset<Double> within(double value) {
        return org.assertj.core.data.Offset.offset(value);
    }
}
