package io.tillflow.studio.models;

import java.time.Instant;

/** A model that somebody deleted; its versions are still there. */
record Deleted(Model model, String by, Instant at) {}
