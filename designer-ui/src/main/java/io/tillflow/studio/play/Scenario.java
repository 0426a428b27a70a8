package io.tillflow.studio.play;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A story of one instance: what is given, what happens, what must come of it.
 *
 * @param usual what workers answer, by job type or element, where no step says otherwise
 */
public record Scenario(String name, Map<String, JsonNode> usual, List<Step> steps) {
    public Scenario {
        if (name.isBlank()) {
            throw new ScenarioRefused("A scenario needs a name.");
        }
        if (steps.isEmpty()) {
            throw new ScenarioRefused("The scenario \"" + name + "\" has no steps.");
        }
        steps = List.copyOf(steps);
    }
}
