package io.tillflow.storefront.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a shopper's words are taken to mean.
 *
 * @param head which word names the thing itself, as "chair" in "desk chair with wheels"
 * @param corrected whether a word was read as another
 */
record Reading(List<Word> words, int head, boolean corrected) {
    private static final int MOST_WORDS = 16;
    private static final float SYNONYM = 0.55f;
    private static final float SYNONYM_OF_TWO = 0.9f;
    private static final float BEGINNING = 0.7f;
    /**
     * One word asked for.
     *
     * @param written as it is searched for, so perhaps corrected
     * @param stems what else finds it, and how much that counts
     * @param beginning whether words that begin like this count too
     */
    record Word(String written, Map<String, Float> stems, boolean beginning) {
        static Word of(String written, Analysis analysis) {
            return new Word(written, new LinkedHashMap<>(Map.of(analysis.stem(written), 1f)), false);
        }

        Word asBeginning() {
            return new Word(written, stems, true);
        }

        float beginningCounts() {
            return BEGINNING;
        }

        String stem() {
            return stems.keySet().iterator().next();
        }
    }

    static Reading of(String asked, Vocabulary vocabulary, Synonyms synonyms) throws IOException {
        Analysis analysis = synonyms.analysis();
        List<String> written = analysis.words(asked);
        written = written.subList(0, Math.min(MOST_WORDS, written.size()));
        boolean onlyFillers = analysis.fillers().containsAll(written);
        List<Word> words = new ArrayList<>();
        int head = -1;
        boolean turned = false;
        boolean corrected = false;
        for (String word : written) {
            turned |= analysis.turns().contains(word) && !words.isEmpty();
            if (analysis.fillers().contains(word) && !onlyFillers) {
                continue;
            }
            List<Word> meant = synonyms.of(analysis.stem(word)).isEmpty()
                    ? meant(word, vocabulary, analysis)
                    : List.of(Word.of(word, analysis));
            corrected |= meant.size() > 1 || !meant.getFirst().written().equals(word);
            words.addAll(meant);
            head = turned ? head : words.size() - 1;
        }
        widen(words, vocabulary, synonyms);
        return new Reading(List.copyOf(words), Math.max(0, head), corrected);
    }

    private static List<Word> meant(String word, Vocabulary vocabulary, Analysis analysis) throws IOException {
        if (word.length() < 3 || vocabulary.knows(word) || vocabulary.knowsStem(analysis.stem(word))) {
            return List.of(Word.of(word, analysis));
        }
        if (vocabulary.knowsBeginning(word)) {
            return List.of(Word.of(word, analysis).asBeginning());
        }
        List<String> parts =
                vocabulary.apart(word).map(p -> List.of(p.split(" "))).orElse(List.of());
        if (!parts.isEmpty()) {
            return parts.stream().map(part -> Word.of(part, analysis)).toList();
        }
        return List.of(Word.of(vocabulary.nearest(word).orElse(word), analysis));
    }

    /** Adds what means the same as a word or as two neighbours, and "teapot" to "tea pot". */
    private static void widen(List<Word> words, Vocabulary vocabulary, Synonyms synonyms) throws IOException {
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            synonyms.of(word.stem()).forEach(other -> word.stems().putIfAbsent(other, SYNONYM));
            if (i + 1 < words.size()) {
                Word next = words.get(i + 1);
                String joined = word.written() + next.written();
                if (vocabulary.knows(joined)) {
                    both(word, next, synonyms.analysis().stem(joined), 1f);
                }
                synonyms.of(word.stem() + " " + next.stem()).forEach(other -> both(word, next, other, SYNONYM_OF_TWO));
            }
        }
    }

    private static void both(Word word, Word next, String other, float counts) {
        word.stems().merge(other, counts, Math::max);
        next.stems().merge(other, counts, Math::max);
    }

    String text() {
        return String.join(" ", words.stream().map(Word::written).toList());
    }
}
