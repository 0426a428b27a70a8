package io.tillflow.storefront.search;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.search.spell.WordBreakSpellChecker;
import org.apache.lucene.search.spell.WordBreakSpellChecker.BreakSuggestionSortMethod;
import org.apache.lucene.util.BytesRef;

/** The words the catalogue uses, and the nearest to one it does not use. */
final class Vocabulary {
    private static final int LONG_WORD = 7;
    private static final List<String> STEMMED = List.of(
            ProductIndex.TITLE,
            ProductIndex.CATEGORY,
            ProductIndex.BRAND,
            ProductIndex.FEATURES,
            ProductIndex.DESCRIPTION);

    private final DirectoryReader reader;
    private final String field;
    private final WordBreakSpellChecker gaps = new WordBreakSpellChecker();

    Vocabulary(DirectoryReader reader, String field) {
        this.reader = reader;
        this.field = field;
        gaps.setMinBreakWordLength(3);
        gaps.setMaxChanges(1);
    }

    boolean knows(String word) throws IOException {
        return reader.docFreq(new Term(field, word)) > 0;
    }

    /** Whether another form of the word is known: "drinking" where "drinks" is. */
    boolean knowsStem(String stem) throws IOException {
        for (String stemmed : STEMMED) {
            if (reader.docFreq(new Term(stemmed, stem)) > 0) {
                return true;
            }
        }
        return false;
    }

    boolean knowsBeginning(String word) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
            return false;
        }
        TermsEnum each = terms.iterator();
        return each.seekCeil(new BytesRef(word)) != TermsEnum.SeekStatus.END
                && each.term().utf8ToString().startsWith(word);
    }

    /** The likeliest word meant; short words may be one letter off, long ones two. */
    Optional<String> nearest(String word) throws IOException {
        DirectSpellChecker speller = new DirectSpellChecker();
        speller.setMinQueryLength(3);
        speller.setMinPrefix(word.length() < LONG_WORD ? 1 : 0);
        speller.setMaxEdits(word.length() < LONG_WORD ? 1 : 2);
        speller.setAccuracy(0.6f);
        SuggestWord[] near = speller.suggestSimilar(new Term(field, word), 1, reader, SuggestMode.SUGGEST_ALWAYS);
        return near.length == 0 ? Optional.empty() : Optional.of(near[0].string);
    }

    /** "tablelamp" as "table lamp", when both are known. */
    Optional<String> apart(String word) throws IOException {
        SuggestWord[][] parts = gaps.suggestWordBreaks(
                new Term(field, word),
                1,
                reader,
                SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX,
                BreakSuggestionSortMethod.NUM_CHANGES_THEN_MAX_FREQUENCY);
        if (parts.length == 0 || parts[0].length != 2) {
            return Optional.empty();
        }
        return Optional.of(parts[0][0].string + " " + parts[0][1].string);
    }
}
