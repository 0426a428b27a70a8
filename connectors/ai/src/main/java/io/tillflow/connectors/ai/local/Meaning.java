package io.tillflow.connectors.ai.local;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Vectors of length 1 from a small model in this JVM; loaded when it is first asked. */
final class Meaning {
    /** What the model reads of a text, roughly: it was made for sentences. */
    private static final int LONGEST = 2_000;

    private static final int MOST_KNOWN = 1_000;

    private final Map<String, float[]> known = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable EmbeddingModel model;

    List<float[]> of(List<String> texts) {
        return model().embedAll(texts.stream().map(Meaning::segment).toList()).content().stream()
                .map(vector -> vector.vector())
                .toList();
    }

    /** Of texts that are asked about again and again, such as the labels of a step: their vectors are kept. */
    List<float[]> ofKnown(List<String> texts) {
        synchronized (known) {
            List<String> unknown = texts.stream()
                    .filter(text -> !known.containsKey(text))
                    .distinct()
                    .toList();
            List<float[]> vectors = unknown.isEmpty() ? List.of() : of(unknown);
            for (int i = 0; i < vectors.size(); i++) {
                known.put(unknown.get(i), vectors.get(i));
            }
            List<float[]> all = texts.stream().map(known::get).toList();
            forget(known.size() - MOST_KNOWN);
            return all;
        }
    }

    /** Those that nobody asked about for longest. */
    private void forget(int many) {
        List.copyOf(known.keySet()).stream().limit(Math.max(0, many)).forEach(known::remove);
    }

    private synchronized EmbeddingModel model() {
        EmbeddingModel loaded = model;
        if (loaded == null) {
            loaded = new AllMiniLmL6V2QuantizedEmbeddingModel();
            model = loaded;
        }
        return loaded;
    }

    private static TextSegment segment(String text) {
        String plain = text.strip();
        return TextSegment.from(plain.isEmpty() ? "." : plain.substring(0, Math.min(LONGEST, plain.length())));
    }

    static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
