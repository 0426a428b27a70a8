package io.tillflow.storefront.orders;

import java.time.Instant;
import java.util.UUID;

/** What somebody of the shop wrote down about an order; no shopper reads it. */
public record OrderNote(UUID id, String author, String body, Instant writtenAt) {}
