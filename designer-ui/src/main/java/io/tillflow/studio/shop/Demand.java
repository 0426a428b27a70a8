package io.tillflow.studio.shop;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of a variant was sold and will be asked for, as the demand model in use says.
 *
 * @param missing why nothing is foretold; none where something is
 * @param coverage the share of what came that such intervals held when the model was tried on four weeks at a time
 * @param expected of the days that were asked for
 * @param reorder when to order again and how much; none where nothing is foretold
 */
record Demand(
        String sku,
        @Nullable Integer version,
        @Nullable LocalDate asOf,
        @Nullable String method,
        @Nullable String missing,
        @Nullable String oddity,
        @Nullable Double coverage,
        List<Week> past,
        List<Week> ahead,
        @Nullable Expected expected,
        @Nullable Reorder reorder) {

    /**
     * Seven days.
     *
     * @param soldOut on how many of the days it could not be had
     */
    record Week(LocalDate from, double units, double low, double high, double soldOut) {}

    /** Units of the next so many days together, with their 90 % interval. */
    record Expected(int days, double units, double low, double high) {
        private static final double NORMAL_95 = 1.645;

        /** By how much more may come, not by how much less: nothing is the least, however far the bound would be. */
        double deviation() {
            return Math.max(0, high - units) / NORMAL_95;
        }
    }

    /** Order when what is free and under way falls to the point. */
    record Reorder(long point, long quantity) {}

    Demand with(@Nullable Reorder wanted) {
        return new Demand(sku, version, asOf, method, missing, oddity, coverage, past, ahead, expected, wanted);
    }
}
