package io.tillflow.connectors.suppliers;

import io.tillflow.connectors.provider.EffectKey;
import java.util.Optional;

/**
 * Suppliers behind one provider.
 *
 * <p>Passing trouble is {@link io.tillflow.connectors.provider.ProviderUnavailable}; the caller repeats with the same key and
 * gets the purchase that the first call placed.
 */
public interface Suppliers {
    /** What a supplier asks for an article, and how many of it are sold together. */
    QuoteResult quote(QuoteRequest request);

    PurchaseResult place(PurchaseRequest request, EffectKey key);

    /** How a purchase stands; empty when nobody knows it. */
    Optional<Purchase> find(String purchaseId);

    /** Asks for news of a purchase, and answers how it stands. */
    Purchase remind(String purchaseId, EffectKey key);

    /** Takes a purchase back that has not left yet; once cancelled it stays so. */
    CancelResult cancel(String purchaseId, EffectKey key);
}
