package io.tillflow.connectors.provider.sandbox;

import java.time.Instant;

/**
 * What a provider tells us later.
 *
 * @param id the provider's event id, the same in every copy
 * @param type as the provider calls it, for instance {@code payment.authorised}
 * @param body what is signed and sent
 */
public record Webhook(String id, String type, String body, Instant notBefore) {}
