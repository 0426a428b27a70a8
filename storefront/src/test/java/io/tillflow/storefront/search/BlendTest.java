package io.tillflow.storefront.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.search.Found.Hit;
import io.tillflow.storefront.search.meaning.Meaning;
import io.tillflow.storefront.search.meaning.Meanings;
import io.tillflow.storefront.search.meaning.SentenceModel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlendTest {
    private final SentenceModel model = SentenceModel.load();
    private final Meanings meanings = new Meanings(Map.of(
            "chair", model.of("Wooden chair"),
            "cover", model.of("Rain cover for garden furniture"),
            "lamp", model.of("Table lamp"),
            "sofa", model.of("Sofa for two"),
            "tax", model.of("Tax declaration")));
    private final Meaning asked = model.of("chair");

    @AfterAll
    void close() {
        model.close();
    }

    @Test
    void meaningOrdersWhatWordsFoundAndAddsNothing() {
        Found words = new Found(List.of(new Hit("cover", 2.1f), new Hit("chair", 2f)), true, "");
        assertThat(ids(Blend.of(words, asked, meanings, 10))).containsExactly("chair", "cover");
    }

    @Test
    void wordsThatFitFarBetterStayAhead() {
        Found words = new Found(List.of(new Hit("cover", 9f), new Hit("chair", 1f)), true, "");
        assertThat(ids(Blend.of(words, asked, meanings, 10))).containsExactly("cover", "chair");
    }

    @Test
    void whatIsCloseJoinsWhereNothingAnswersEveryWord() {
        Found some = new Found(List.of(new Hit("lamp", 1f)), false, "");
        assertThat(ids(Blend.of(some, asked, meanings, 10))).contains("lamp", "chair", "sofa");
        assertThat(Blend.of(some, asked, meanings, 10).whole()).isFalse();
        assertThat(ids(Blend.of(Found.NOTHING, asked, meanings, 10)))
                .startsWith("chair")
                .contains("sofa")
                .doesNotContain("tax");
        assertThat(ids(Blend.of(Found.NOTHING, asked, meanings, 1))).containsExactly("chair");
    }

    @Test
    void whatWasNotReadYetIsFoundByItsWords() {
        Found words = new Found(List.of(new Hit("new", 3f), new Hit("chair", 1f)), true, "");
        assertThat(ids(Blend.of(words, asked, meanings, 10))).containsExactlyInAnyOrder("new", "chair");
        assertThat(Blend.of(words, asked, Meanings.NONE, 10)).isEqualTo(words);
        assertThat(ids(Blend.of(Found.NOTHING, model.of("photosynthesis"), meanings, 10)))
                .as("nothing is near")
                .isEmpty();
    }

    private static List<String> ids(Found found) {
        return found.hits().stream().map(Hit::id).toList();
    }
}
