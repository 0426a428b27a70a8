package io.tillflow.storefront.search;

import io.tillflow.storefront.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * How the words of a language are read: as they are written, or brought to their stem so that "lamps" finds a lamp.
 *
 * @param plain words as they are written
 * @param stemmed their stems
 * @param plainParts as {@code plain}, and what a word is made of, for what is searched in
 * @param stemmedParts as {@code stemmed}, and what a word is made of
 * @param turns words after which no longer the thing itself is named
 * @param fillers words that mean nothing to a search
 */
record Analysis(
        Analyzer plain,
        Analyzer stemmed,
        Analyzer plainParts,
        Analyzer stemmedParts,
        Set<String> turns,
        Set<String> fillers) {
    private static final Analysis ENGLISH = english();
    private static final Analysis GERMAN = german();

    static Analysis of(Language language) {
        return switch (language) {
            case EN -> ENGLISH;
            case DE -> GERMAN;
        };
    }

    private static Analysis english() {
        Analyzer plain = new EnglishWords(false);
        Analyzer stemmed = new EnglishWords(true);
        return new Analysis(
                plain,
                stemmed,
                plain,
                stemmed,
                Set.of("for", "with", "without", "in", "by", "of", "from", "under", "over", "that", "on", "to"),
                Set.of(
                        "for", "with", "in", "by", "of", "from", "that", "on", "to", "the", "a", "an", "and", "or",
                        "have", "has", "is", "are", "my", "some", "i", "want", "need", "looking", "good", "best"));
    }

    private static Analysis german() {
        return new Analysis(
                new GermanWords(false, false),
                new GermanWords(true, false),
                new GermanWords(false, true),
                new GermanWords(true, true),
                Set.of(
                        "fur", "mit", "ohne", "in", "im", "von", "vom", "aus", "unter", "uber", "auf", "zum", "zur",
                        "am"),
                Set.of(
                        "fur", "mit", "in", "im", "von", "vom", "aus", "auf", "zum", "zur", "am", "der", "die", "das",
                        "den", "dem", "ein", "eine", "einen", "einem", "und", "oder", "ist", "sind", "mein", "meine",
                        "ich", "suche", "brauche", "mochte", "gut", "gute", "beste"));
    }

    static List<String> words(Analyzer analyzer, String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("", text)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(word.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    List<String> words(String text) {
        return words(plain, text);
    }

    /** The stem of one word, or the stems of several with a blank between; the text itself when it has no words. */
    String stem(String text) {
        List<String> stems = words(stemmed, text);
        return stems.isEmpty() ? text : String.join(" ", stems);
    }
}
