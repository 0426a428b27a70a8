package io.tillflow.connectors.ai;

import java.time.Duration;

/**
 * One question with everything that bounds it.
 *
 * @param prompt which of the kept instructions to follow
 * @param mostMicros what it may cost at most, in millionths of a minor unit; 0 for no bound of its own
 * @param caller who asks, for the record; never a person of the shop
 */
public record Ask(Question question, String prompt, LanguageModel.Limits limits, long mostMicros, String caller) {
    public Ask {
        if (caller.isBlank() || caller.length() > 200) {
            throw new IllegalArgumentException("caller must have 1 to 200 characters");
        }
        if (mostMicros < 0) {
            throw new IllegalArgumentException("the most it may cost must not be negative, was " + mostMicros);
        }
    }

    /** With the kept instructions of the question's own skill and what is usual. */
    public static Ask of(Question question, String caller) {
        return new Ask(
                question, question.skill().text(), new LanguageModel.Limits(Duration.ofSeconds(30), 800), 0, caller);
    }
}
