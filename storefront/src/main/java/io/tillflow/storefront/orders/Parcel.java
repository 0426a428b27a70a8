package io.tillflow.storefront.orders;

import org.jspecify.annotations.Nullable;

/** Who carries it and where to look. */
public record Parcel(
        @Nullable String carrier,
        @Nullable String trackingNumber,
        @Nullable String trackingUrl) {}
