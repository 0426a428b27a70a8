package io.tillflow.connectors.commerce;

import io.tillflow.processes.OrderState;
import org.jspecify.annotations.Nullable;

/** What the order page shows from now on. */
public record OrderNews(
        OrderState state,
        @Nullable String reason,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable String trackingUrl) {}
