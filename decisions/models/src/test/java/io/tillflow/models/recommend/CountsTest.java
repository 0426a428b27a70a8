package io.tillflow.models.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tillflow.models.ModelFile;
import io.tillflow.models.table.BadData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsTest {
    /** Things of families go together, and new families come up with time. */
    private static List<List<String>> baskets(int many) {
        Random random = new Random(4);
        List<List<String>> baskets = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int family = random.nextInt(1 + 30 * (i + 1) / many);
            List<String> basket = new ArrayList<>();
            for (int member = 0; member < 3; member++) {
                if (random.nextInt(3) > 0) {
                    basket.add("family" + family + "-" + member);
                }
            }
            basket.add("common" + random.nextInt(20));
            Collections.shuffle(basket, random);
            baskets.add(basket);
        }
        return baskets;
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 700", "300, 1", "300, 700", "500000, 1", "500000, 2399"})
    void addingLaterBasketsIsTheSameAsCountingAllOfThem(double halfLife, int later) {
        List<List<String>> all = baskets(2400);
        Counts whole = Counts.of(all, halfLife);

        Counts added = Counts.of(all.subList(0, 2400 - later), halfLife);
        for (int from = 2400 - later; from < 2400; from += 350) {
            added = added.plus(all.subList(from, Math.min(2400, from + 350)));
        }

        assertThat(added.items()).isEqualTo(whole.items());
        assertThat(added.first()).isEqualTo(whole.first());
        assertThat(added.second()).isEqualTo(whole.second());
        assertThat(added.bought()).containsExactly(whole.bought(), within(1e-9));
        assertThat(added.together()).containsExactly(whole.together(), within(1e-9));
        assertThat(added.baskets()).isCloseTo(whole.baskets(), within(1e-9));
    }

    @Test
    void aModelThatLearnedMoreIsTheOneThatLearnedAllAtOnceAlsoAfterItWasKept() {
        List<List<String>> all = baskets(3000);
        Recommendation recommendation = new Recommendation();
        byte[] kept = recommendation.write(Links.learn(Counts.of(all.subList(0, 2500))));

        LinkModel more = recommendation.read(ModelFile.read("kept", kept)).with(all.subList(2500, 3000));
        LinkModel whole = Links.learn(Counts.of(all));

        assertThat(more.canLearnMore()).isTrue();
        assertThat(more.items()).isEqualTo(whole.items());
        assertThat(more.shares()).containsExactly(whole.shares(), within(1e-6f));
        Recommender one = new Recommender(more);
        Recommender other = new Recommender(whole);
        for (List<String> basket : all.subList(0, 200)) {
            List<Recommender.Suggestion> expected = other.suggest(basket, 10);
            List<Recommender.Suggestion> suggested = one.suggest(basket, 10);
            for (int i = 0; i < expected.size(); i++) {
                assertThat(suggested.get(i).score()).isCloseTo(expected.get(i).score(), within(1e-5));
            }
        }
    }

    @Test
    void newOrdersChangeWhatGoesTogetherAndBringInNewThings() {
        List<List<String>> before = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            before.add(i % 2 == 0 ? List.of("tea", "lemon") : List.of("paint", "brush"));
        }
        LinkModel model = Links.learn(Counts.of(before));
        LinkModel more = model.with(Collections.nCopies(150, List.of("tea", "biscuits")));

        assertThat(new Recommender(model).companions(List.of("tea"), 5))
                .extracting(Recommender.Suggestion::item)
                .containsExactly("lemon");
        assertThat(new Recommender(more).companions(List.of("tea"), 5))
                .extracting(Recommender.Suggestion::item)
                .containsExactly("lemon", "biscuits");
    }

    @Test
    void whatIsOlderCountsLess() {
        Counts counts = Counts.of(List.of(List.of("a", "b", "a"), List.of("a"), List.of("b", "c")), 1);

        assertThat(counts.items()).containsExactly("a", "b", "c");
        assertThat(counts.bought()).containsExactly(0.75, 1.25, 1);
        assertThat(counts.together()).as("a with b, b with c").containsExactly(0.25, 1);
        assertThat(counts.baskets()).isEqualTo(1.75);
        assertThat(counts.mostBought(2)).containsExactly("b", "c");
    }

    @Test
    void ofVeryManyPairsThoseSeenLeastAreLeftOut() {
        Counts counts = Counts.alike(List.of(List.of("a", "b"), List.of("b", "a"), List.of("a", "c"), List.of("d")));

        assertThat(counts.keeping(1).together()).containsExactly(2);
        assertThat(counts.keeping(1).items()).hasSize(4);
        assertThat(counts.keeping(2)).isEqualTo(counts);
    }

    @Test
    void anOldModelStaysAsItIsAndADamagedOneIsNamed() {
        LinkModel old = new LinkModel(List.of("a"), new float[] {1}, new int[1][0], new float[1][0]);

        assertThat(old.canLearnMore()).isFalse();
        assertThat(old.with(List.of(List.of("a", "b")))).isSameAs(old);
        assertThatThrownBy(() -> Counts.of(List.of(), -1))
                .isInstanceOf(BadData.class)
                .hasMessageContaining("a half-life of -1.0");
        assertThatThrownBy(() -> new Counts(List.of("a"), new double[2], new int[0], new int[0], new double[0], 1, 0))
                .hasMessageContaining("1 items, 2 counts");
    }
}
