package io.tillflow.connectors.intelligence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a version did on the shop's real orders since it was used, or began to answer beside the one in use.
 *
 * @param orders how many were answered; figures are absent while they are fewer than {@link #FEWEST}
 * @param figure the hit rate, with its 90 % interval
 * @param rule the hit rate of simply naming what is bought most
 * @param promised the hit rate when it was tried before use
 * @param beside the version in use on the same orders, for one that answers beside it
 */
public record Answers(
        int version,
        Instant since,
        int orders,
        @Nullable Double figure,
        @Nullable Double atWorst,
        @Nullable Double atBest,
        @Nullable Double rule,
        double promised,
        @Nullable Beside beside) {
    /** With fewer orders, chance would speak. */
    public static final int FEWEST = 30;

    /** With fewer, nobody is troubled. */
    private static final int FEWEST_FOR_ALARM = 200;

    /**
     * Order by order beside the version in use.
     *
     * @param gain of the one beside over the one in use, with its 90 % interval
     */
    public record Beside(int version, int orders, double figure, double gain, double gainAtWorst, double gainAtBest) {}

    /** Less than it promised, beyond chance. */
    public boolean isBelowPromise() {
        return orders >= FEWEST_FOR_ALARM && atBest != null && atBest < promised;
    }
}
