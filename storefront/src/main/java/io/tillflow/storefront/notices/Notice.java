package io.tillflow.storefront.notices;

import java.time.Instant;
import java.util.UUID;

/** A few words for one shopper. */
public record Notice(UUID id, String body, Instant writtenAt) {
    public static final int LONGEST = 500;
}
