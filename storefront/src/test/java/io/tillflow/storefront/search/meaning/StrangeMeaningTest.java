package io.tillflow.storefront.search.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.search.Blend;
import io.tillflow.storefront.search.Found;
import io.tillflow.storefront.search.Found.Hit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Article codes, names and words of another language mean nothing to the model: how alike they are is noise. */
class StrangeMeaningTest {
    @ParameterizedTest
    @CsvSource({"-0.9, -0.1, -0.5", "-0.08, 0.01, -0.02", "0, 0, 0", "-0.01, 0.02, 0"})
    void whatIsLikeNothingLeavesTheWordsTheirOrder(float first, float second, float third) {
        Meanings meanings = new Meanings(Map.of("a", alike(first), "b", alike(second), "c", alike(third)));
        Found words = new Found(List.of(new Hit("a", 3f), new Hit("b", 2f), new Hit("c", 1f)), true, "");
        List<Hit> blended = Blend.of(words, alike(1), meanings, 10).hits();
        assertThat(blended).extracting(Hit::id).containsExactly("a", "b", "c");
        assertThat(blended)
                .extracting(Hit::score)
                .allSatisfy(score -> assertThat(score).isBetween(0f, 1f));
    }

    private static Meaning alike(float cosine) {
        return Meaning.of(new float[] {cosine, (float) Math.sqrt(1 - cosine * cosine)});
    }
}
