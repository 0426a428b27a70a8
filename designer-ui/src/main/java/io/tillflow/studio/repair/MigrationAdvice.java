package io.tillflow.studio.repair;

import io.tillflow.studio.repair.Plan.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether an instance can go on in another version, and how its active elements map.
 *
 * @param problems why the engine would refuse
 * @param restart what the operator can do instead: end it and begin again before one of these elements, variables kept
 */
public record MigrationAdvice(
        String targetDefinitionKey,
        List<Mapped> mapping,
        List<Problem> problems,
        boolean possible,
        List<Mapped> restart) {

    /** An active element and the one it becomes; empty when the target has none like it. */
    public record Mapped(String from, String fromLabel, String to, String toLabel, String why) {}

    /** Where each active element goes, by its id. */
    public Map<String, String> places() {
        return mapping.stream().filter(it -> !it.to().isEmpty()).collect(Collectors.toMap(Mapped::from, Mapped::to));
    }
}
