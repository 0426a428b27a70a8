package io.tillflow.studio.shop;

import java.time.Instant;

/**
 * What a buyer says about a product.
 *
 * @param state WAITING, SHOWN or REFUSED
 * @param reason why it is not shown
 */
record Review(
        String id,
        String product,
        String orderId,
        String name,
        int stars,
        String body,
        String state,
        String reason,
        Instant writtenAt) {}
