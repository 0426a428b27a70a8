package io.tillflow.storefront.search.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WordPiecesTest {
    private final WordPieces pieces = pieces();

    /** The numbers are those that the model was trained with. */
    @Test
    void cutsWordsAsTheModelLearnedThem() {
        assertThat(pieces.of("Hello, World", 64)).containsExactly(101, 7592, 1010, 2088, 102);
        assertThat(pieces.of("  embeddings\n", 64)).containsExactly(101, 7861, 8270, 4667, 2015, 102);
        assertThat(pieces.of("", 64)).containsExactly(101, 102);
    }

    @Test
    void accentsAndCaseDoNotCount() {
        assertThat(pieces.of("CAFÉ", 64)).isEqualTo(pieces.of("cafe", 64));
    }

    @Test
    void aTextIsAsLongAsItMayBe() {
        assertThat(pieces.of("lamp ".repeat(500), 64))
                .hasSize(64)
                .startsWith(101)
                .endsWith(102);
        assertThat(pieces.of("x".repeat(5_000), 64)).as("no word is that long").containsExactly(101, 100, 102);
        assertThat(pieces.of("\uD83E\uDD84 lamp \u0000", 64)).hasSizeLessThan(7);
    }

    private static WordPieces pieces() {
        try (InputStream in = WordPieces.class.getResourceAsStream("/" + SentenceModel.NAME + "-tokenizer.json")) {
            return new WordPieces(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
