package io.tillflow.connectors.intelligence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trained model without its bytes: what it learned from, how it was judged, whether it is used.
 *
 * @param state CANDIDATE, LIVE, RETIRED or REFUSED
 * @param reason the gate's word for it
 * @param shadowedAt since when it answers beside the one in use; none when it does not
 * @param coverage the share of what came that its 90 % intervals held when it was tried; none where it states none
 * @param predecessor the version that was live when it was trained
 */
public record ModelVersion(
        String model,
        int version,
        String training,
        String state,
        @Nullable String reason,
        Instant windowFrom,
        Instant windowTo,
        int rows,
        String features,
        String metric,
        String split,
        int cases,
        double figure,
        String baselineName,
        double baseline,
        double gain,
        double gainAtWorst,
        double gainAtBest,
        @Nullable Integer predecessor,
        @Nullable Integer predecessorCases,
        @Nullable Double predecessorFigure,
        @Nullable Double gainOverLive,
        @Nullable Double coverage,
        double seconds,
        long bytes,
        String digest,
        Instant trainedAt,
        @Nullable Instant promotedAt,
        @Nullable String promotedBy,
        @Nullable Instant shadowedAt) {}
