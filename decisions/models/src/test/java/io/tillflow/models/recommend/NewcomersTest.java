package io.tillflow.models.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewcomersTest {
    private static final Map<String, String> TEXTS = Map.of(
            "p1", "Black tea, loose leaves in a tin",
            "p2", "Lemon press of beech",
            "p3", "Wall paint, matt white",
            "p4", "Flat brush for wall paint");

    private static LinkModel learned() {
        List<List<String>> baskets = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            baskets.add(i % 2 == 0 ? List.of("p1", "p2") : List.of("p3", "p4"));
        }
        return Links.learn(Counts.of(baskets));
    }

    private static LinkModel with(String article, String text) {
        Map<String, String> texts = new HashMap<>(TEXTS);
        texts.put(article, text);
        return learned().with(texts, Words::new);
    }

    private static List<String> companions(LinkModel model, String... basket) {
        return new Recommender(model)
                .companions(List.of(basket), 5).stream()
                        .map(Recommender.Suggestion::item)
                        .toList();
    }

    @Test
    void aNewArticleSpeaksForWhatThoseDescribedAlikeSpeakForAndIsSpokenForLess() {
        LinkModel model = with("new", "Green tea, loose leaves");

        assertThat(companions(model, "new")).containsExactly("p2");
        assertThat(companions(model, "p2"))
                .as("what everybody wants stays before what nobody has bought yet")
                .containsExactly("p1", "new");
        assertThat(companions(model, "p3")).containsExactly("p4");
        assertThat(new Recommender(model).suggest(List.of(), 4))
                .extracting(Recommender.Suggestion::item)
                .doesNotContain("new");
    }

    @Test
    void nothingIsSaidOfWhatIsDescribedLikeNothingElse() {
        LinkModel learned = learned();

        assertThat(with("new", "Sauna towel")).isEqualTo(learned);
        assertThat(with("new", "")).isEqualTo(learned);
        assertThat(learned.with(TEXTS, Words::new)).isSameAs(learned);
        assertThat(learned.with(Map.of("new", "Green tea"), Words::new))
                .as("no known article is described")
                .isEqualTo(learned);
    }

    @Test
    void anArticleThatIsBoughtAtLastHasALinkOfItsOwn() {
        LinkModel later = learned().with(List.of(List.of("new", "p4"), List.of("new", "p4"), List.of("new", "p4")));

        assertThat(later.with(TEXTS, Words::new)).isSameAs(later);
        assertThat(companions(later, "new")).containsExactly("p4");
    }

    @Test
    void wordsAreAlikeByWhatFewTextsHave() {
        List<String> known = new ArrayList<>(TEXTS.values().stream().sorted().toList());
        Words words = new Words(known);

        double[] alike = words.to("black TEA: loose leaves in a tin");
        assertThat(alike[known.indexOf("Black tea, loose leaves in a tin")]).isCloseTo(1, within(1e-6));
        assertThat(alike[known.indexOf("Lemon press of beech")]).isLessThan(0.15);
        assertThat(words.to("…")).containsOnly(0);
        assertThat(words.to("Paints")[known.indexOf("Wall paint, matt white")])
                .as("parts of words count")
                .isGreaterThan(2 * words.to("Paints")[known.indexOf("Lemon press of beech")])
                .isPositive();
    }
}
