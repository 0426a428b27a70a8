package io.tillflow.models.support;

import io.tillflow.models.linear.Softmax;
import io.tillflow.models.message.Languages;
import io.tillflow.models.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * How an English message sounds, learned from sentences written for it. The language model knows English only: of German it says less
 * than "always neutral" does, so that nothing is said of what is not told to be English. It tells praise from blame in reviews; of what
 * people write to a company it is right too seldom, so that no decision and no page uses it.
 */
public final class Sentiments {
    /** Where it is not sure enough to say anything. */
    public static final String UNKNOWN = "unknown";

    static final List<String> KINDS = List.of("negative", "neutral", "positive");
    private static final String SENTENCES = "/sentiment/sentences.csv";
    private static final String LANGUAGE = "en";
    /** This, the sharpness and what counts as sure were chosen on reviews of films, which are none of the texts it is judged on. */
    private static final double RIDGE = 1e-2;

    private static final double SHARPNESS = 2.2;
    private static final double SURE = 0.6;

    private final Embedder embedder;
    private final Softmax head;

    private Sentiments(Embedder embedder, Softmax head) {
        this.embedder = embedder;
        this.head = head;
    }

    /** Takes about a second. */
    public static Sentiments learn(Embedder embedder) {
        Table sentences = sentences();
        int[] labels =
                sentences.texts("sentiment").stream().mapToInt(KINDS::indexOf).toArray();
        float[][] vectors = embedder.embed(sentences.texts("text"));
        return new Sentiments(embedder, Softmax.fit(vectors, labels, KINDS.size(), RIDGE));
    }

    private static Table sentences() {
        try (InputStream csv = Objects.requireNonNull(Sentiments.class.getResourceAsStream(SENTENCES), SENTENCES)) {
            return Table.read(SENTENCES, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(SENTENCES, e);
        }
    }

    /**
     * How a text sounds.
     *
     * @param sentiment negative, neutral, positive or unknown
     * @param probability of the likeliest of the three
     */
    public record Sound(String sentiment, double probability) {}

    public Sound of(String text) {
        return Languages.of(text).code().equals(LANGUAGE)
                ? sound(embedder.embed(List.of(text))[0])
                : new Sound(UNKNOWN, 0);
    }

    private Sound sound(float[] vector) {
        float[] sums = head.sums(vector);
        int best = 0;
        double all = 0;
        for (int k = 0; k < sums.length; k++) {
            best = sums[k] > sums[best] ? k : best;
        }
        for (float sum : sums) {
            all += Math.exp(SHARPNESS * (sum - sums[best]));
        }
        double probability = 1 / all;
        return new Sound(probability >= SURE ? KINDS.get(best) : UNKNOWN, probability);
    }
}
