package io.tillflow.models.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the language of a text from how often three letters follow each other in each: those of the shop and of its neighbours, so
 * that what is Dutch is not called German. The counts come with Optimaize's language-detector, which made them of short texts.
 */
public final class Languages {
    /** What a text is in that says too little, or too little of one language. */
    public static final String UNKNOWN = "unknown";

    private static final List<String> CODES = List.of("en", "de", "fr", "it", "es", "nl", "pl", "da", "sv", "cs");
    private static final int LONGEST = 2_000;
    private static final int LETTERS = 3;

    /** How likely three letters are that a language's counts do not know. */
    private static final double UNSEEN = 1e-4;

    /** Three letters share two with the next three: each says about half of what it seems to. */
    private static final double SHARE = 0.5;

    private static final double SURE = 0.7;
    private static final Pattern WORDS = Pattern.compile("\\p{L}+");

    private static final class Counts {
        static final Map<String, double[]> LIKELY = read();

        private Counts() {}

        private static Map<String, double[]> read() {
            Map<String, double[]> likely = new HashMap<>();
            for (int i = 0; i < CODES.size(); i++) {
                Map<String, Double> counts = counts(CODES.get(i));
                double all = counts.values().stream().mapToDouble(it -> it).sum();
                int language = i;
                counts.forEach((letters, count) ->
                        likely.computeIfAbsent(letters, it -> new double[CODES.size()])[language] = count / all);
            }
            return Map.copyOf(likely);
        }

        private static Map<String, Double> counts(String code) {
            String file = "/languages.shorttext/" + code;
            try (InputStream profile = Languages.class.getResourceAsStream(file)) {
                if (profile == null) {
                    throw new IllegalStateException("expected the resource " + file + ", but it is missing");
                }
                Map<String, Double> counts = new HashMap<>();
                for (Map.Entry<String, JsonNode> entry :
                        JsonMapper.shared().readTree(profile).path("freq").properties()) {
                    if (entry.getKey().length() == LETTERS) {
                        counts.merge(
                                entry.getKey().toLowerCase(Locale.ROOT),
                                entry.getValue().asDouble(),
                                Double::sum);
                    }
                }
                return counts;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Languages() {}

    /**
     * The likeliest language.
     *
     * @param code ISO 639, or {@link #UNKNOWN} below a probability of 0.7
     * @param probability among the languages that are told apart; of a language that is not among them this says nothing
     */
    public record Guess(String code, double probability) {}

    /** Those that are told apart. */
    public static List<String> codes() {
        return CODES;
    }

    /** Reads the first 2,000 characters. */
    public static Guess of(String text) {
        double[] sums = new double[CODES.size()];
        boolean any = false;
        var words = WORDS.matcher(
                text.substring(0, Math.min(LONGEST, text.length())).toLowerCase(Locale.ROOT));
        while (words.find()) {
            any |= add(" " + words.group() + " ", sums);
        }
        return any ? best(sums) : new Guess(UNKNOWN, 0);
    }

    private static boolean add(String word, double[] sums) {
        boolean any = false;
        for (int i = 0; i + LETTERS <= word.length(); i++) {
            double[] likely = Counts.LIKELY.get(word.substring(i, i + LETTERS));
            if (likely != null) {
                any = true;
                for (int k = 0; k < sums.length; k++) {
                    sums[k] += SHARE * Math.log(likely[k] + UNSEEN);
                }
            }
        }
        return any;
    }

    private static Guess best(double[] sums) {
        int best = 0;
        for (int k = 1; k < sums.length; k++) {
            best = sums[k] > sums[best] ? k : best;
        }
        double most = sums[best];
        double probability =
                1 / Arrays.stream(sums).map(sum -> Math.exp(sum - most)).sum();
        return new Guess(probability < SURE ? UNKNOWN : CODES.get(best), probability);
    }
}
