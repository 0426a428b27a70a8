package io.tillflow.connectors.patterns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A window whose value is out of bounds.
 *
 * @param subject the SKU; empty for the whole shop
 * @param low what it would have had to reach; null where only too much counts
 * @param high what it would have had to stay within; null where only too little counts
 */
record Sighting(
        String subject,
        Instant from,
        Instant to,
        double value,
        @Nullable Double low,
        @Nullable Double high) {
    double farOff() {
        return Math.max(low == null ? 0 : low - value, high == null ? 0 : value - high);
    }
}
