package io.tillflow.studio.repair;

import io.tillflow.engine.model.ProcessModel;
import io.tillflow.studio.repair.Plan.Problem;
import java.util.Optional;
import java.util.Set;

/** Where the engine (8.5) puts no token, whoever asks. */
final class TokenRules {

    private static final Set<String> TAKES_NONE = Set.of("startEvent", "boundaryEvent");

    private TokenRules() {}

    /** Why no token can be put before an element; empty when one can. */
    static Optional<Problem> refusal(ProcessModel model, String elementId) {
        ProcessModel.Element element = model.elements().get(elementId);
        if (element == null) {
            return Optional.of(Problem.of(elementId, "no-element", elementId));
        }
        if (TAKES_NONE.contains(element.type())) {
            String why = element.type().equals("startEvent") ? "only-starts" : "is-attached";
            return Optional.of(Problem.of(elementId, why, element.label()));
        }
        boolean afterRace = model.flows().stream()
                .filter(it -> it.target().equals(elementId))
                .map(it -> model.elements().get(it.source()))
                .anyMatch(it -> it != null && it.type().equals("eventBasedGateway"));
        return afterRace ? Optional.of(Problem.of(elementId, "after-race", element.label())) : Optional.empty();
    }
}
