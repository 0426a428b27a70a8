package io.tillflow.connectors.commerce.shopify;

import io.tillflow.connectors.provider.EffectKey;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** An effect's key as Shopify sees it: a UUID for its idempotency, and a short mark in the notes that its staff read. */
record Mark(String uuid) {
    private static final int SHORT = 13;

    static Mark of(EffectKey key) {
        return new Mark(UUID.nameUUIDFromBytes(key.value().getBytes(StandardCharsets.UTF_8))
                .toString());
    }

    /** {@code [tillflow 1f0c2a9e-77b1]}: by it a repeat knows what is done already. */
    String text() {
        return "[tillflow " + uuid.substring(0, SHORT) + "]";
    }

    String after(String words) {
        return words + " " + text();
    }
}
