package io.tillflow.models.support;

import java.util.List;

/** Turns texts into vectors of length 1 that lie close when the texts mean alike. */
public interface Embedder {
    float[][] embed(List<String> texts);
}
