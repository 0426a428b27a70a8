package io.tillflow.connectors.ai.local;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Vectors of length 1 from a small model in this JVM; loaded when it is first asked. */
final class Meaning {
    /** What the model reads of a text, roughly: it was made for sentences. */
    private static final int LONGEST = 2_000;

    private @Nullable EmbeddingModel model;

    List<float[]> of(List<String> texts) {
        return model().embedAll(texts.stream().map(Meaning::segment).toList()).content().stream()
                .map(vector -> vector.vector())
                .toList();
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
