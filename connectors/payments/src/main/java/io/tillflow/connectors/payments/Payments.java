package io.tillflow.connectors.payments;

import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.connectors.provider.Money;
import java.util.Optional;

/**
 * A payment provider with manual capture: a shopper authorises on a hosted page, the process captures or voids.
 *
 * <p>Every call that changes something takes a key and, repeated with it, answers the same without acting again. Passing
 * trouble is {@link io.tillflow.connectors.provider.ProviderUnavailable}; the caller repeats with the same key.
 */
public interface Payments {
    /** Opens a payment; {@code key} makes a repeated request find the first one. */
    Payment open(PaymentRequest request, String key);

    Optional<Payment> find(String paymentId);

    CaptureResult capture(String paymentId, Money amount, EffectKey key);

    /** Gives the authorised money free, or closes the page of a payment that nobody paid. */
    VoidResult voidAuthorisation(String paymentId, EffectKey key);

    /** Gives back all that was captured and not given back before. */
    RefundResult refund(String paymentId, EffectKey key);

    /** Gives back this much of what was captured; more than is left is refused. */
    RefundResult refund(String paymentId, Money amount, EffectKey key);

    Optional<Dispute> dispute(String disputeId);

    /** Says to the bank why the money is rightly ours; one that was answered or decided stays as it is. */
    Dispute contest(String disputeId, Evidence evidence, EffectKey key);

    /** Lets the money go; one that was answered or decided stays as it is. */
    Dispute accept(String disputeId, EffectKey key);
}
