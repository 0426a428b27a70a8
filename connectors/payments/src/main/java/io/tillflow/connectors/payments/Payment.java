package io.tillflow.connectors.payments;

import io.tillflow.connectors.provider.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment as its provider knows it.
 *
 * @param url the hosted page where a shopper pays
 * @param expiresAt until when an authorisation holds; null while there is none
 */
public record Payment(
        String id,
        String reference,
        Money amount,
        PaymentStatus status,
        @Nullable DeclineReason declineReason,
        String url,
        String returnUrl,
        @Nullable Instant expiresAt) {}
