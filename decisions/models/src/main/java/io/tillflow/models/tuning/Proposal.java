package io.tillflow.models.tuning;

import java.math.BigDecimal;
import java.util.List;

/**
 * Another bound for a table, for an analyst to accept or not.
 *
 * @param path the fact it bounds
 * @param changes the cells as they are and as they would be
 * @param gain of a case on average, measured on later cases than the bound was chosen from
 * @param low the 90 % interval of the gain
 * @param decidedOtherwise how many of those later cases would have been decided otherwise
 * @param dmn the whole table with the changes made
 */
public record Proposal(
        String decisionId,
        String path,
        BigDecimal from,
        BigDecimal to,
        List<CellChange> changes,
        double gain,
        double low,
        double high,
        int decidedOtherwise,
        byte[] dmn) {
    public Proposal {
        changes = List.copyOf(changes);
    }

    /**
     * A cell's text before and after.
     *
     * @param elementId of the cell in the DMN file
     */
    public record CellChange(String elementId, String from, String to) {}
}
