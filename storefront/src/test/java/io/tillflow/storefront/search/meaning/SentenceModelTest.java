package io.tillflow.storefront.search.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SentenceModelTest {
    private final SentenceModel model = SentenceModel.load();

    @AfterAll
    void close() {
        model.close();
    }

    @Test
    void aTextIsLikeItselfAndLittleIsLost() {
        Meaning lamp = model.of("a desk lamp");
        assertThat(lamp.like(lamp)).isCloseTo(1, within(0.01f));
    }

    @Test
    void whatIsMeantIsNearerWithoutACommonWord() {
        Meaning asked = model.of("something to sit on");
        assertThat(asked.like(model.of("Wooden chair"))).isGreaterThan(asked.like(model.of("Table lamp")) + 0.1f);
    }

    @Test
    void whatIsKeptIsTheSame() {
        Meaning read = model.of("Linen duvet cover");
        Meaning kept = Meaning.read(read.bytes());
        assertThat(read.bytes()).hasSize(388);
        assertThat(kept.like(model.of("bed linen"))).isEqualTo(read.like(model.of("bed linen")));
    }

    @Test
    void nearestComeFirstAndFarOnesNotAtAll() {
        Meanings meanings = new Meanings(Map.of(
                "chair",
                model.of("Wooden chair"),
                "sofa",
                model.of("Sofa for two"),
                "tax",
                model.of("Tax declaration")));
        assertThat(meanings.nearest(model.of("chair"), 2, 0.2f))
                .extracting(Meanings.Near::id)
                .containsExactly("chair", "sofa");
        assertThat(meanings.nearest(model.of("chair"), 9, 0.99f)).isEmpty();
    }
}
