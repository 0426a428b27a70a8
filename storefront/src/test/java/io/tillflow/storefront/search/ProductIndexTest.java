package io.tillflow.storefront.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProductIndexTest {
    private final ProductIndex index = ProductIndex.of(List.of(
            listing("blanket", "Loch blanket", "Blankets", "blue", "Lambswool, woven in one piece"),
            listing("lamp", "Tarn table lamp", "Lamps", "cobalt", "Glazed stoneware"),
            listing("lampshade", "Spare shade", "Shades", "chalk", "Fits every lamp, also a table lamp"),
            listing("teapot", "Gander teapot", "Teapots", "white", "Pours without dripping"),
            listing("chair", "Deck chair", "Chairs", "blue", "With a small table and wheels"),
            listing("table", "Snipe side table", "Side tables", "oak", "Beside any chair")));

    private static Listing listing(String id, String title, String category, String features, String description) {
        return new Listing(id, title, "", category, features, description);
    }

    private List<String> found(String asked) {
        return index.find(asked, 10).hits().stream().map(Found.Hit::id).toList();
    }

    @Test
    void putsWhatItIsBeforeWhatMentionsIt() {
        assertThat(found("table lamp")).startsWith("lamp");
        assertThat(found("lamp")).startsWith("lamp");
        assertThat(found("chair with table")).startsWith("chair");
    }

    @Test
    void readsAMistypedWordAndSaysSo() {
        for (String mistyped : List.of("blnket", "blankte", "blamket", "blankett")) {
            assertThat(found(mistyped)).as(mistyped).containsExactly("blanket");
            assertThat(index.find(mistyped, 10).readAs()).startsWith("blanket");
        }
        assertThat(index.find("blanket", 10).readAs()).isEmpty();
    }

    @Test
    void findsBeginningsPluralsAndWordsWrittenTogetherOrApart() {
        assertThat(found("blan")).containsExactly("blanket");
        assertThat(found("blankets")).containsExactly("blanket");
        assertThat(found("tea pot")).containsExactly("teapot");
        assertThat(found("tablelamp")).startsWith("lamp");
    }

    @Test
    void knowsWhatMeansTheSame() {
        assertThat(found("nightstand")).containsExactly("table");
        assertThat(found("woollen throw")).containsExactly("blanket");
    }

    @Test
    void answersSomeWordsWhenNothingAnswersAll() {
        Found found = index.find("blue teapot", 10);
        assertThat(found.whole()).isFalse();
        assertThat(found.hits()).extracting(Found.Hit::id).startsWith("teapot").contains("blanket", "chair");
    }

    @Test
    void whateverIsTypedIsOnlyText() {
        for (String typed :
                List.of("", "   ", "*", "\"", "title:* OR (", "\u0000", "<script>", "' or 1=1 --", "~2^9")) {
            assertThat(index.find(typed, 10).hits()).as(typed).hasSizeLessThan(7);
        }
        assertThat(found("x".repeat(50_000))).isEmpty();
        assertThat(index.find("blanket ".repeat(5_000), 10).hits()).hasSize(1);
    }
}
