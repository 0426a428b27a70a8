package io.tillflow.studio.models;

import java.time.Instant;

/** One version of a model; never changes. */
public record ModelVersion(String modelId, int version, String comment, String author, Instant createdAt) {}
