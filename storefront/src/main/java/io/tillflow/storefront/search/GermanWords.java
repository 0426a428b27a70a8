package io.tillflow.storefront.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.compound.DictionaryCompoundWordTokenFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** Cuts German into words or stems, and with {@code parts} a Tischlampe also into Tisch and Lampe. */
final class GermanWords extends Analyzer {
    private static final String FILE = "/search/de/parts.txt";
    private static final int SHORTEST_WORD = 6;
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_PART = 15;
    private static final CharArraySet PARTS = parts();

    private final boolean stem;
    private final boolean parts;

    GermanWords(boolean stem, boolean parts) {
        this.stem = stem;
        this.parts = parts;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer source = new StandardTokenizer();
        TokenStream words = new LowerCaseFilter(source);
        if (parts) {
            words = new DictionaryCompoundWordTokenFilter(
                    words, PARTS, SHORTEST_WORD, SHORTEST_PART, LONGEST_PART, true);
        }
        words = new GermanNormalizationFilter(words);
        words = stem ? new GermanLightStemFilter(words) : words;
        return new TokenStreamComponents(source, new ASCIIFoldingFilter(words));
    }

    private static CharArraySet parts() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(GermanWords.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
            List<String> words = lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> List.of(line.split("[ ,]+")).stream())
                    .filter(word -> !word.isBlank())
                    .toList();
            return new CharArraySet(words, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
