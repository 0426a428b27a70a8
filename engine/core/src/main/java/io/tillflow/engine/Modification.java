package io.tillflow.engine;

import java.util.List;
import java.util.OptionalLong;

/** What is to happen to the tokens of an instance, all of it or nothing: some are ended, some appear. */
public record Modification(List<Activation> activate, List<Long> terminate) {

    /**
     * A token that is to appear.
     *
     * @param ancestor the scope it belongs in, where there is more than one
     * @param variables in which scope which variables are set before
     */
    public record Activation(String elementId, OptionalLong ancestor, List<Variables> variables) {

        public Activation {
            if (elementId.isBlank()) {
                throw new IllegalArgumentException("expected the id of an element to activate");
            }
            variables = List.copyOf(variables);
        }
    }

    /**
     * Variables as a JSON object.
     *
     * @param scope id of the element that gets them; empty for the instance
     */
    public record Variables(String scope, String json) {}

    public Modification {
        activate = List.copyOf(activate);
        terminate = List.copyOf(terminate);
        if (activate.isEmpty() && terminate.isEmpty()) {
            throw new IllegalArgumentException("expected at least one token to activate or to end");
        }
    }
}
