package io.tillflow.connectors.messaging;

import java.util.Optional;

/**
 * Hands letters over.
 *
 * <p>Throws {@link io.tillflow.connectors.provider.ProviderUnavailable} when a letter certainly did not leave, and
 * {@link io.tillflow.connectors.provider.OutcomeUnknown} when nobody can tell.
 */
public interface MailServer {
    Handover send(Email email);

    /** Whether a letter arrived; empty where a server cannot be asked. */
    Optional<Boolean> received(String messageId);
}
