package io.tillflow.connectors.ai;

import java.time.Duration;

/** The port: one language model, wherever it runs. */
public interface LanguageModel {
    /**
     * Asks once. Passing trouble is {@link io.tillflow.connectors.provider.ProviderUnavailable}, taking longer than allowed
     * {@link TookTooLong}.
     *
     * @param instructions what to do with the question; empty for none beyond the question's own
     * @param limits how long and how much it may take
     */
    Answer answer(Question question, String instructions, Limits limits);

    /**
     * What one call may take.
     *
     * @param longest tokens of the answer at most
     */
    record Limits(Duration time, int longest) {
        public Limits {
            if (time.isNegative() || time.isZero() || time.compareTo(Duration.ofMinutes(5)) > 0) {
                throw new IllegalArgumentException("the time limit must be above 0 and at most 5 minutes, was " + time);
            }
            if (longest < 1 || longest > 16_000) {
                throw new IllegalArgumentException("the longest answer must be 1 to 16000 tokens, was " + longest);
            }
        }
    }
}
