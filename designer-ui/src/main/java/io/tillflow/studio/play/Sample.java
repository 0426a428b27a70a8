package io.tillflow.studio.play;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The variables that an element could read in a scenario when a token last passed.
 *
 * @param before when the token came: what input mappings and conditions read
 * @param within when its work began, with what its input mappings made: what a form reads
 * @param after when its work was done: what output mappings read
 */
public record Sample(Map<String, JsonNode> before, Map<String, JsonNode> within, Map<String, JsonNode> after) {}
