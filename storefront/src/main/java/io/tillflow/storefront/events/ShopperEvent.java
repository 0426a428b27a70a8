package io.tillflow.storefront.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a shopper did who agreed that it is kept.
 *
 * @param visitor the account, or a random number in the browser
 * @param product which one it was about, if any
 * @param data small values, nothing that says who somebody is
 */
public record ShopperEvent(
        Instant at, UUID visitor, EventKind kind, @Nullable String product, Map<String, ?> data) {}
