package io.tillflow.studio.play;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A decision that was made in a play.
 *
 * @param evaluated the decisions that it came of, as the engine records them: inputs, matched rules, outputs
 * @param failure why it could not be made; empty when it was
 */
public record Verdict(
        Instant at,
        String elementId,
        String decisionId,
        String name,
        JsonNode evaluated,
        JsonNode output,
        String failure) {}
