package io.tillflow.engine.history;

import java.time.Instant;

/** One place an instance stands at now. */
public record Token(
        long elementInstanceKey,
        long processInstanceKey,
        String elementId,
        String elementType,
        Instant since,
        boolean failed) {}
