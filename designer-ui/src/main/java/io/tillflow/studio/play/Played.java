package io.tillflow.studio.play;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What became of a scenario.
 *
 * @param path elements in the order in which they were reached
 * @param at where tokens were at the end
 */
public record Played(
        String name,
        boolean passed,
        List<PlayedStep> steps,
        List<String> path,
        List<String> flows,
        List<String> at,
        Map<String, JsonNode> variables) {

    /** A step with how it went; those after a failure were not tried. */
    public record PlayedStep(int number, String step, boolean ok, String detail, List<String> at) {}

    /** Where tokens stood at the step that did not go as it should; empty when all did. */
    List<String> failedAt() {
        return steps.stream()
                .filter(step -> !step.ok())
                .findFirst()
                .map(PlayedStep::at)
                .orElse(List.of());
    }

    /** The step that did not go as it should, as people read it; empty when all did. */
    public String failure() {
        return steps.stream()
                .filter(step -> !step.ok())
                .findFirst()
                .map(step -> "step " + step.number() + " (" + step.step() + "): " + step.detail())
                .orElse("");
    }
}
