package io.tillflow.studio.repair;

import io.tillflow.engine.model.ProcessModel;
import java.util.Set;

/** Where the engine (8.5) puts no token, whoever asks. */
final class TokenRules {

    private static final Set<String> TAKES_NONE = Set.of("startEvent", "boundaryEvent");

    private TokenRules() {}

    /** Why no token can be put before an element; empty when one can. */
    static String refusal(ProcessModel model, String elementId) {
        ProcessModel.Element element = model.elements().get(elementId);
        if (element == null) {
            return "This version of the process has no element \"" + elementId + "\".";
        }
        String label = "\"" + element.label() + "\"";
        if (TAKES_NONE.contains(element.type())) {
            return element.type().equals("startEvent")
                    ? label + " only starts instances: put the token on what follows it."
                    : label + " is attached to an activity: put the token on that activity.";
        }
        boolean afterRace = model.flows().stream()
                .filter(it -> it.target().equals(elementId))
                .map(it -> model.elements().get(it.source()))
                .anyMatch(it -> it != null && it.type().equals("eventBasedGateway"));
        return afterRace ? label + " belongs to an event-based gateway: put the token on the gateway." : "";
    }
}
