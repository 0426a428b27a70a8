package io.tillflow.connectors.messaging;

import java.util.Optional;

/**
 * Hands short messages over, to phones or to chats.
 *
 * <p>Throws {@link io.tillflow.connectors.provider.ProviderUnavailable} when a message certainly did not leave, and
 * {@link io.tillflow.connectors.provider.OutcomeUnknown} when nobody can tell.
 */
public interface Messenger {
    Handover send(ShortMessage message);

    /** Whether a message arrived; empty where nobody can be asked. */
    Optional<Boolean> received(String messageId);
}
