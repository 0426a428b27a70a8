package io.tillflow.models.recommend;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Texts are alike that have the same words, or words with the same three letters in a row; what few texts have counts more. */
public final class Words implements Likeness {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int PLACES = 1 << 18;
    private static final int LETTERS = 3;
    /** Of three letters beside a whole word. */
    private static final float PART = 0.3f;
    /** What comes later in a text says little more. */
    private static final int MOST_WORDS = 60;

    /** Which texts have something, and how much it says of each. */
    private record Having(int[] texts, float[] weights) {}

    private final int many;
    private final Map<Integer, Integer> counted = new HashMap<>();
    private final Map<Integer, Having> having = new HashMap<>();

    /** @param known what others are compared with */
    public Words(List<String> known) {
        this.many = known.size();
        known.forEach(text -> places(text).keySet().forEach(place -> counted.merge(place, 1, Integer::sum)));
        counted.forEach((place, texts) -> having.put(place, new Having(new int[texts], new float[texts])));
        Map<Integer, Integer> filled = new HashMap<>();
        for (int text = 0; text < many; text++) {
            for (Map.Entry<Integer, Double> entry : vector(known.get(text)).entrySet()) {
                Having there = having.get(entry.getKey());
                if (there != null) {
                    int at = filled.merge(entry.getKey(), 1, Integer::sum) - 1;
                    there.texts[at] = text;
                    there.weights[at] = entry.getValue().floatValue();
                }
            }
        }
    }

    @Override
    public double[] to(String text) {
        double[] alike = new double[many];
        vector(text).forEach((place, weight) -> {
            Having there = having.get(place);
            for (int i = 0; there != null && i < there.texts.length; i++) {
                alike[there.texts[i]] += weight * there.weights[i];
            }
        });
        return alike;
    }

    /** Of length 1; empty for a text without words. */
    private Map<Integer, Double> vector(String text) {
        Map<Integer, Double> vector = new HashMap<>();
        double squares = 0;
        for (Map.Entry<Integer, Float> place : places(text).entrySet()) {
            double rare = Math.log((1.0 + many) / (1 + counted.getOrDefault(place.getKey(), 0))) + 0.1;
            vector.put(place.getKey(), place.getValue() * rare);
            squares += Math.pow(place.getValue() * rare, 2);
        }
        double length = Math.sqrt(squares);
        vector.replaceAll((place, weight) -> weight / length);
        return vector;
    }

    /** Where its words and their parts stand; names of so many places that two hardly ever share one. */
    private static Map<Integer, Float> places(String text) {
        Map<Integer, Float> places = new HashMap<>();
        BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .forEach(word -> {
                    places.merge(place(word), 1f, Math::max);
                    String bounded = "<" + word + ">";
                    for (int i = 0; i + LETTERS <= bounded.length(); i++) {
                        places.merge(place("#" + bounded.substring(i, i + LETTERS)), PART, Math::max);
                    }
                });
        return places;
    }

    private static int place(String part) {
        return Math.floorMod(part.hashCode() * 0x9E3779B9, PLACES);
    }
}
