package io.tillflow.studio.repair;

import io.tillflow.engine.Modification;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change would do, to be looked at before.
 *
 * @param places where tokens stand before and after
 * @param problems what makes it impossible; then there is nothing to apply
 */
public record Plan(
        List<Place> places,
        List<Problem> problems,
        boolean endsTheInstance,
        @Nullable Modification modification) {

    /** The tokens at an element, before and after. */
    public record Place(String elementId, String label, int before, int after) {}

    /**
     * Why something cannot be done, at the element where it is so.
     *
     * @param message in English
     * @param why its name among the texts, after "repair."
     * @param with what the text is about
     */
    public record Problem(String elementId, String message, String why, List<String> with) {

        static Problem of(String elementId, String why, Object... with) {
            List<String> words = Arrays.stream(with).map(String::valueOf).toList();
            return new Problem(elementId, Sentences.english(why, words), why, words);
        }
    }

    public boolean possible() {
        return problems.isEmpty() && modification != null;
    }
}
