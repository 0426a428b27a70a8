package io.tillflow.models.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.models.Fit;
import io.tillflow.models.ModelFile;
import io.tillflow.models.Scores;
import io.tillflow.models.Terms;
import io.tillflow.models.table.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecommendationTest {
    @TempDir
    private Path folder;

    /** Everybody buys bread; tea goes with lemon, paint with a brush. */
    private static List<List<String>> baskets(int many) {
        Random random = new Random(1);
        List<List<String>> baskets = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            List<String> basket = new ArrayList<>();
            if (random.nextInt(10) < 8) {
                basket.add("bread");
            }
            basket.addAll(random.nextBoolean() ? List.of("tea", "lemon ") : List.of("paint", "brush"));
            if (random.nextInt(3) == 0) {
                basket.add("item" + random.nextInt(20));
            }
            baskets.add(basket);
        }
        return baskets;
    }

    private static String suggestion(LinkModel model, String... basket) {
        return new Recommender(model).suggest(List.of(basket), 1).get(0).item();
    }

    @Test
    void suggestsWhatGoesTogetherAndNotWhatIsThere() {
        LinkModel model = Links.learn(Counts.of(baskets(3000)));

        assertThat(suggestion(model, "tea", "bread")).isEqualTo("lemon ");
        assertThat(suggestion(model, "paint", "bread")).isEqualTo("brush");
        assertThat(suggestion(model)).isEqualTo("bread");
        assertThat(suggestion(model, "never seen")).isEqualTo("bread");
        assertThat(new Recommender(model).suggest(List.of("bread"), 100))
                .hasSize(24)
                .noneMatch(s -> s.item().equals("bread"));
    }

    @Test
    void namesOnlyWhatABasketSpeaksFor() {
        Recommender recommender = new Recommender(Links.learn(Counts.of(baskets(3000))));

        assertThat(recommender.companions(List.of("tea"), 10))
                .extracting(Recommender.Suggestion::item)
                .startsWith("lemon ")
                .doesNotContain("paint", "brush", "tea");
        assertThat(recommender.companions(List.of("never seen"), 10)).isEmpty();
    }

    @Test
    void keepsAFileAndAnswersEveryLineWithTenItems() throws IOException {
        Path file = folder.resolve("baskets.txt");
        Files.write(
                file,
                baskets(500).stream().map(basket -> String.join(",", basket)).toList());
        Recommendation recommendation = new Recommendation();
        Fit<LinkModel> fit = recommendation.fit(new Source(file), Terms.USUAL);
        assertThat(fit).isInstanceOf(Fit.Fitted.class);
        ModelFile kept = ModelFile.read("m", recommendation.write(((Fit.Fitted<LinkModel>) fit).model()));
        Path asked = Files.writeString(folder.resolve("asked.txt"), "tea\n\npaint,paint,bread\n");
        Scores scores = recommendation.predict(kept, new Source(asked), Terms.USUAL);

        assertThat(scores.columns()).hasSize(11).startsWith("row", "item_1");
        assertThat(scores.column("row")).containsExactly(1, 2, 3);
        assertThat(scores.column("item_1")).containsExactly("lemon ", "bread", "brush");
    }

    @Test
    void refusesToLearnFromAHandfulOfBaskets() throws IOException {
        Path file = Files.writeString(folder.resolve("few.txt"), "a,b\nc\n");

        assertThat(new Recommendation().fit(new Source(file), Terms.USUAL))
                .isEqualTo(new Fit.TooLittle<>("there are 1 baskets of two items or more; 200 are needed"));
    }
}
