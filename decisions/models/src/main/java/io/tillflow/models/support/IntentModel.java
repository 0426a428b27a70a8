package io.tillflow.models.support;

import io.tillflow.models.linear.Softmax;
import io.tillflow.models.tabular.Calibration;
import java.util.List;

/**
 * What texts are about, and how sure that is.
 *
 * @param confidence from a text's scope score to the probability that its intent is right
 * @param gate texts whose scope score is below are about something else
 */
public record IntentModel(List<String> intents, Softmax head, Memory memory, Calibration confidence, double gate) {
    private static final double SIMILARITY_WEIGHT = 10;

    public IntentModel {
        intents = List.copyOf(intents);
    }

    /**
     * The answer to a text.
     *
     * @param second the next likeliest intent
     * @param scope how much speaks for any of the intents
     */
    public record Answer(String intent, String second, double confidence, double scope, boolean inScope) {}

    /** Of a text embedded as the examples were. */
    public Answer answer(float[] vector) {
        float[] sums = head.sums(vector);
        int best = 0;
        int second = sums.length > 1 ? 1 : 0;
        for (int k = 1; k < sums.length; k++) {
            if (sums[k] > sums[best]) {
                second = best;
                best = k;
            } else if (k != second && (second == best || sums[k] > sums[second])) {
                second = k;
            }
        }
        double scope = sums[best] + SIMILARITY_WEIGHT * memory.nearest(vector);
        return new Answer(intents.get(best), intents.get(second), confidence.probability(scope), scope, scope >= gate);
    }
}
