package io.tillflow.studio.models;

import java.util.List;
import java.util.OptionalInt;

/** What became of the wish to delete a model. */
sealed interface Deletion {

    /** It left the lists and can be restored. */
    record Done(Model model) implements Deletion {}

    /**
     * It is needed, so it stays.
     *
     * @param engineVersion the version of it that is in the engine
     * @param callers the models that call it
     */
    record Needed(OptionalInt engineVersion, List<Model> callers) implements Deletion {

        boolean isNone() {
            return engineVersion.isEmpty() && callers.isEmpty();
        }
    }

    /** Somebody saved since, or deleted it already. */
    record Changed() implements Deletion {}
}
