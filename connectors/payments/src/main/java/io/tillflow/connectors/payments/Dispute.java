package io.tillflow.connectors.payments;

import io.tillflow.connectors.provider.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's bank wants money back that was captured.
 *
 * @param paymentId the payment's id; empty where the payment was not opened by us
 * @param reference the order's id; empty where the payment was not opened by us
 * @param answerBy until when the shop is heard; null once that does not matter any more
 */
public record Dispute(
        String id,
        String paymentId,
        String reference,
        Money amount,
        DisputeReason reason,
        DisputeStatus status,
        @Nullable Instant answerBy) {}
