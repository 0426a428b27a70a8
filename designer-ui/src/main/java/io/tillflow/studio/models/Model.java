package io.tillflow.studio.models;

import io.tillflow.studio.lint.ModelFile;
import java.time.Instant;

/** A process, a file of decisions or a form, with the newest of its versions. */
public record Model(
        String id,
        ModelFile.Kind kind,
        String fileName,
        String name,
        int version,
        Instant changedAt,
        String changedBy) {}
