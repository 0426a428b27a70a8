package io.tillflow.studio.shop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order with all that is known about it; money in minor units. */
record ShopOrder(
        Facts order,
        boolean changeable,
        boolean cancellable,
        boolean shippable,
        boolean capturable,
        long refundable,
        List<Event> history,
        List<Note> notes,
        List<Back> returns,
        List<Conversation.Question> questions,
        List<Act> acts,
        List<Lying> lying,
        @Nullable Dearer dearer) {

    /** A change that its shopper has to pay first; it waits, or did. */
    record Dearer(String state, long total, Instant expiresAt) {
        boolean pending() {
            return state.equals("PENDING");
        }
    }

    /** Whether a change waits for its payment. */
    boolean waitsForPayment() {
        return dearer != null && dearer.pending();
    }

    /** Where things of it that are put aside lie; nothing where the shop has one location. */
    record Lying(String sku, int quantity, String location, String name) {}

    /** Whether they have to be brought together first. */
    boolean lyingApart() {
        return lying.stream().map(Lying::location).distinct().count() > 1;
    }

    /** The order itself. */
    record Facts(
            String id,
            String number,
            String state,
            @Nullable String reason,
            String currency,
            long total,
            long itemsTotal,
            List<Discount> discounts,
            long deliveryPrice,
            long tax,
            boolean express,
            String email,
            String phone,
            Place shipping,
            String orderUrl,
            @Nullable String paymentId,
            Parcel parcel,
            String stockState,
            boolean cancelRequested,
            Instant placedAt,
            List<Line> lines) {}

    record Discount(String title, long amount) {}

    record Place(String name, String street, String extra, String postcode, String town, String country) {}

    record Parcel(@Nullable String carrier, @Nullable String trackingNumber) {}

    record Line(String sku, String name, String variant, int quantity, long unitPrice, long total) {}

    record Event(String state, @Nullable String reason, Instant at) {}

    record Note(String id, String author, String body, Instant writtenAt) {}

    /** @param lines what comes back; none where money alone does */
    record Back(
            String id,
            String state,
            String reason,
            long amount,
            long refunded,
            Instant requestedAt,
            @Nullable Instant restockedAt,
            @Nullable Exchange exchange,
            List<BackLine> lines) {
        boolean awaited() {
            return state.equals("REQUESTED") || state.equals("IN_REVIEW") || state.equals("ACCEPTED");
        }

        /** All of its money can still go back; the shop refuses it once what is wanted instead was handed to a carrier. */
        boolean payable() {
            return state.equals("RECEIVED");
        }

        /** What is wanted instead can leave. */
        boolean sendable() {
            return state.equals("RECEIVED") && exchange != null && !exchange.off();
        }

        boolean here() {
            return state.equals("RECEIVED") || state.equals("EXCHANGED") || state.equals("REFUNDED");
        }
    }

    /** @param instead the variant its shopper wants instead; null for money */
    record BackLine(
            String sku,
            int quantity,
            @Nullable String instead,
            @Nullable String insteadLabel) {}

    /**
     * Something else is wanted for what comes back.
     *
     * @param difference what goes back beside it
     * @param off its money goes back after all
     */
    record Exchange(long difference, @Nullable Instant lockedAt, boolean off) {}

    /** What staff did by hand, or asked for. */
    record Act(
            String id,
            @Nullable String returnId,
            String kind,
            String author,
            Instant askedAt,
            String way,
            String outcome) {
        boolean is(String what, String how) {
            return kind.equals(what) && way.equals(how);
        }
    }
}
