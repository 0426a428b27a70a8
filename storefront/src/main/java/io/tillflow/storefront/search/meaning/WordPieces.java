package io.tillflow.storefront.search.meaning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The pieces of words that the model knows, by number: small letters without accents, the longest known piece first. */
final class WordPieces {
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final String INSIDE = "##";
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final int unknown;
    private final int first;
    private final int last;

    /** @param tokenizer the file that comes with the model */
    WordPieces(JsonNode tokenizer) {
        tokenizer
                .at("/model/vocab")
                .properties()
                .forEach(piece -> numbers.put(piece.getKey(), piece.getValue().asInt()));
        unknown = number("[UNK]");
        first = number("[CLS]");
        last = number("[SEP]");
    }

    private int number(String piece) {
        Integer number = numbers.get(piece);
        if (number == null) {
            throw new IllegalArgumentException(
                    "expected the vocabulary to hold " + piece + ", it has " + numbers.size());
        }
        return number;
    }

    /** At most so many, with the marks of beginning and end. */
    long[] of(String text, int most) {
        String plain = ACCENTS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        List<Integer> pieces = new ArrayList<>(List.of(first));
        int from = 0;
        while (from < plain.length() && pieces.size() < most) {
            int to = end(plain, from);
            if (!Character.isWhitespace(plain.codePointAt(from))) {
                cut(plain.substring(from, to), pieces);
            }
            from = to;
        }
        return Stream.concat(pieces.stream().limit(most - 1L), Stream.of(last))
                .mapToLong(Integer::longValue)
                .toArray();
    }

    /** Letters and digits stand together; everything else stands alone. */
    private static int end(String text, int from) {
        int to = from;
        while (to < text.length() && Character.isLetterOrDigit(text.codePointAt(to))) {
            to += Character.charCount(text.codePointAt(to));
        }
        return to > from ? to : from + Character.charCount(text.codePointAt(from));
    }

    private void cut(String word, List<Integer> pieces) {
        List<Integer> cut = new ArrayList<>();
        int from = 0;
        while (from < word.length()) {
            int to = longest(word, from);
            if (to == from || word.length() > LONGEST_WORD) {
                pieces.add(unknown);
                return;
            }
            cut.add(number(piece(word, from, to)));
            from = to;
        }
        pieces.addAll(cut);
    }

    private int longest(String word, int from) {
        int to = word.length();
        while (to > from && !numbers.containsKey(piece(word, from, to))) {
            to--;
        }
        return to;
    }

    private static String piece(String word, int from, int to) {
        return from == 0 ? word.substring(0, to) : INSIDE + word.substring(from, to);
    }
}
