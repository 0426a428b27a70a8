package io.tillflow.storefront.orders;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A state the order came into, and when. */
public record OrderEvent(OrderState state, @Nullable String reason, Instant at) {}
