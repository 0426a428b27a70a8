package io.tillflow.studio.tuning;

import io.tillflow.models.tuning.Proposal;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed, and on what grounds.
 *
 * @param version of the saved table it is about; accepting is refused when there is a newer one
 * @param cases orders whose outcome is known
 * @param bad those a person turned away
 * @param missing why nothing can be said
 */
public record Advice(
        String decision,
        int version,
        int cases,
        int reviewed,
        int bad,
        Assumptions assumptions,
        @Nullable String missing,
        List<Better> proposals) {
    public Advice {
        proposals = List.copyOf(proposals);
    }

    /**
     * Another bound.
     *
     * @param gain of an order on average, in cents, on later orders than the bound was chosen from; with its 90 % interval
     * @param decidedOtherwise how many of those later orders would have been decided otherwise
     */
    public record Better(
            String path,
            BigDecimal from,
            BigDecimal to,
            double gain,
            double low,
            double high,
            int decidedOtherwise,
            List<Cell> cells) {
        static Better of(Proposal proposal) {
            return new Better(
                    proposal.path(),
                    proposal.from(),
                    proposal.to(),
                    proposal.gain(),
                    proposal.low(),
                    proposal.high(),
                    proposal.decidedOtherwise(),
                    proposal.changes().stream()
                            .map(change -> new Cell(change.elementId(), change.from(), change.to()))
                            .toList());
        }
    }

    /** A cell's text before and after. */
    public record Cell(String elementId, String from, String to) {}
}
