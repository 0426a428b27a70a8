package io.tillflow.models.support;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.util.List;

/** A small language model in this JVM; no text leaves the machine. */
public final class LocalEmbedder implements Embedder {
    private static final int LONGEST = 2_000;
    private final EmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel();

    @Override
    public float[][] embed(List<String> texts) {
        if (texts.isEmpty()) {
            return new float[0][];
        }
        List<TextSegment> segments = texts.stream().map(LocalEmbedder::segment).toList();
        return model.embedAll(segments).content().stream()
                .map(embedding -> embedding.vector())
                .toArray(float[][]::new);
    }

    /** An empty text has no vector and a very long one none that says much: a dot, and the beginning. */
    private static TextSegment segment(String text) {
        String plain = text.strip();
        return TextSegment.from(plain.isEmpty() ? "." : plain.substring(0, Math.min(LONGEST, plain.length())));
    }
}
