package io.tillflow.connectors.byhand;

import io.tillflow.connectors.provider.Money;
import org.jspecify.annotations.Nullable;

/** What staff want done with an order. Doing it again, or after the automation did it, changes nothing more. */
sealed interface Act {
    String orderId();

    /** Hands the parcel over; without a carrier the cheapest takes it. */
    record Ship(
            String orderId,
            String paymentId,
            @Nullable String carrier,
            @Nullable String service) implements Act {}

    /**
     * Sees to it that a parcel which was about to leave stays here, whoever would send it.
     *
     * @param returnId of the return whose exchange it is; null for the order's own parcel
     */
    record Keep(String orderId, @Nullable String returnId) implements Act {}

    /**
     * Sends what a shopper wants instead of what came back, and pays the difference.
     *
     * @param difference what goes back beside it; 0 when the same was paid
     */
    record SendExchange(
            String orderId,
            String returnId,
            String paymentId,
            Money difference,
            int weightGrams,
            @Nullable String carrier,
            @Nullable String service)
            implements Act {}

    /** Takes the money that the shopper's bank holds. */
    record Capture(String orderId, String paymentId, Money amount) implements Act {}

    /** Calls an order off that the shop no longer lets ship. */
    record Cancel(String orderId, @Nullable String paymentId, String reason) implements Act {}

    /** Pays a part back that the shop has promised. */
    record Refund(String orderId, String returnId, String paymentId, Money amount) implements Act {}

    /**
     * Writes to the shopper how an order stands that the shop has changed already; {@code id} is the change's.
     *
     * @param former the payment that another one took the place of, as it was made dearer; null where it was not
     */
    record Changed(String orderId, String id, @Nullable String former) implements Act {}

    /** Writes to the shopper what a change would cost that waits for its payment; {@code id} is the change's. */
    record PayMore(String orderId, String id, Money amount) implements Act {}

    /**
     * A change that waited for its payment is off.
     *
     * @param paymentId that nobody shall pay with any more; null where none was opened
     * @param reason that its shopper is written; null where there is nothing to write
     */
    record ChangeOff(
            String orderId,
            String id,
            @Nullable String paymentId,
            @Nullable String reason) implements Act {}

    /**
     * Sends an answer, which stands on the shopper's page already, as a letter.
     *
     * @param open whether the question waited for an answer
     */
    record Answer(String orderId, String requestId, String messageId, long number, boolean open) implements Act {}
}
