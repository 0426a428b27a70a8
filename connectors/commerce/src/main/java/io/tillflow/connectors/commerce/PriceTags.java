package io.tillflow.connectors.commerce;

import io.tillflow.connectors.provider.EffectKey;
import java.util.Optional;

/** What our own shop's articles cost. Every call may be repeated; trouble as with {@link Shop}. */
public interface PriceTags {
    /** Empty when the shop has no such article. */
    Optional<PriceNow> read(String sku);

    /** From now on it costs this; repeated with its key nothing more happens. */
    PriceAnswer set(String sku, NewPrice price, EffectKey key);
}
