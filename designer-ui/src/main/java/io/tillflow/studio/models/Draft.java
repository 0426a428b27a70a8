package io.tillflow.studio.models;

import java.time.Instant;

/** What somebody drew and has not saved as a version yet. */
public record Draft(int baseVersion, String source, Instant updatedAt) {}
