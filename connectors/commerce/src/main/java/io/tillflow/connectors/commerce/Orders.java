package io.tillflow.connectors.commerce;

import io.tillflow.connectors.provider.EffectKey;

/**
 * What every shop behind the port answers about its orders.
 *
 * <p>Every write takes an effect key and, repeated with it, changes nothing more. Passing trouble is
 * {@link io.tillflow.connectors.provider.ProviderUnavailable}; what a shop has no such thing for is {@link NotOffered}.
 */
public interface Orders {
    /** What a letter or a label needs; never to become process variables. */
    OrderFacts facts(String orderId);

    /** How far an order got. */
    Delivery delivery(String orderId);

    void show(String orderId, OrderNews news, EffectKey key);

    /** Writes down beside an order what the shop's people should know. */
    void note(String orderId, String text, EffectKey key);
}
