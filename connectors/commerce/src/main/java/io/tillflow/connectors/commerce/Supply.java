package io.tillflow.connectors.commerce;

import io.tillflow.connectors.provider.EffectKey;
import org.jspecify.annotations.Nullable;

/** The shop's stock, as far as things are bought for it. Every call may be repeated; trouble as with {@link Shop}. */
public interface Supply {
    /**
     * The shop counts on what is on its way, and shows it.
     *
     * @return false when what is planned is not needed: it is not low any more, or somebody was asked for it later
     */
    boolean show(String requestId, PurchaseNews news, EffectKey key);

    /**
     * Books goods in that are not booked in yet.
     *
     * @param delivered how many came in all
     */
    Booked bookIn(String requestId, int delivered, EffectKey key);

    /**
     * The shop tells of articles that are low, each by an event; those that it told of lately rest.
     *
     * @param sku one article; null for all
     * @return of how many it told
     */
    int lookForLowStock(@Nullable String sku);
}
