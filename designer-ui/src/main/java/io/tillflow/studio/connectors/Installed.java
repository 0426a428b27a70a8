package io.tillflow.studio.connectors;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is installed, who stands behind it and how it does. */
public record Installed(List<Family> families, @Nullable Stop outwardStop) {

    /**
     * A family of actions.
     *
     * @param health up, troubled or down
     * @param breaker closed, open or half-open
     */
    public record Family(
            String name,
            String provider,
            List<String> providers,
            String health,
            String breaker,
            int underWay,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt,
            List<JobType> jobTypes) {}

    /**
     * An action; counts are kept over restarts, the last minute's is of the process that runs now.
     *
     * @param medianMs how long half of its tries within the last minutes took at most; null when there were none
     * @param p95Ms how long 95 of 100 took at most
     * @param ownShopOnly why orders of a connected shop cannot take it; null for what they can
     */
    public record JobType(
            String type,
            String name,
            String effectClass,
            String template,
            long activated,
            long completed,
            long failed,
            long thrown,
            int inFlight,
            long completedLastMinute,
            @Nullable Long medianMs,
            @Nullable Long p95Ms,
            @Nullable String ownShopOnly) {}

    /** Why, by whom and since when nothing goes out. */
    public record Stop(String reason, String stoppedBy, Instant stoppedAt) {}
}
