package io.tillflow.connectors.commerce;

import io.tillflow.processes.ReturnState;
import org.jspecify.annotations.Nullable;

/** What the order's page shows about a return; {@code refunded} in minor units. */
public record ReturnNews(
        ReturnState state,
        @Nullable String reason,
        @Nullable String trackingNumber,
        @Nullable String trackingUrl,
        @Nullable String labelUrl,
        @Nullable Long refunded) {}
