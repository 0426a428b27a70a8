package io.tillflow.studio.shop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A variant with its price, in minor units, and its counts. */
record StockRow(
        String sku,
        String product,
        String name,
        String variant,
        long price,
        int onHand,
        int held,
        int reserved,
        int allocated,
        int available) {

    /** With its latest movements, the newest first. */
    record Known(StockRow row, List<Movement> movements) {}

    /** One change of its counts. */
    record Movement(
            long id,
            String kind,
            int quantity,
            @Nullable String orderId,
            @Nullable String reason,
            Instant at) {}
}
