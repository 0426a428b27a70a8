package io.tillflow.connectors.data.analytics;

import io.tillflow.connectors.provider.EffectKey;

/**
 * Counted events behind one provider.
 *
 * <p>Passing trouble is {@link io.tillflow.connectors.provider.ProviderUnavailable}; repeating an event with the same key counts once.
 */
public interface Analytics {
    void track(CountedEvent event, EffectKey key);

    /** How often it happened; a provider may take a minute to know of an event. */
    long count(EventQuestion question);
}
