package io.tillflow.storefront.orders;

import io.tillflow.storefront.terms.Channel;
import org.jspecify.annotations.Nullable;

/** Which orders a list shall show; null means all. */
public record OrderFilter(
        @Nullable OrderState state, @Nullable Channel channel) {}
