package io.tillflow.storefront.returns;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some lines of an order on their way back.
 *
 * @param refusal why no money goes back, as a code; null while it may
 * @param amount what was paid for these things, in minor units
 * @param trackingNumber of their parcel; once they are exchanged, of the parcel with what comes instead
 */
public record OrderReturn(
        UUID id,
        UUID orderId,
        ReturnState state,
        ReturnReason reason,
        @Nullable String refusal,
        long amount,
        long refunded,
        @Nullable String trackingNumber,
        @Nullable String trackingUrl,
        @Nullable String labelUrl,
        @Nullable Instant restockedAt,
        Instant requestedAt,
        @Nullable Exchange exchange,
        List<Line> lines) {
    /**
     * So many of one line of the order.
     *
     * @param instead the variant wanted instead; null for money
     * @param insteadLabel how it is called, as when it was asked for
     * @param insteadPrice what one of it counts, in minor units; never more than what comes back
     * @param cameBy the exchange by which it came; null for what was bought
     * @param cameLabel how that is called
     * @param camePrice what one of it counts, in minor units
     */
    public record Line(
            int position,
            String sku,
            int quantity,
            @Nullable String instead,
            @Nullable String insteadLabel,
            @Nullable Long insteadPrice,
            @Nullable UUID cameBy,
            @Nullable String cameLabel,
            @Nullable Long camePrice) {

        /** Of what was bought. */
        static Line bought(int position, String sku, int quantity) {
            return new Line(position, sku, quantity, null, null, null, null, null, null);
        }

        /** Whether both are of the same things. */
        boolean isOf(Line other) {
            return position == other.position && sku.equals(other.sku) && Objects.equals(cameBy, other.cameBy);
        }

        /** Whether both want the same variant instead of something of one line of the order. */
        boolean brings(Line other) {
            return position == other.position && instead != null && instead.equals(other.instead);
        }

        /** Wanting what the other one wants, at its price. */
        Line like(Line other) {
            return new Line(
                    position,
                    sku,
                    quantity,
                    other.instead,
                    other.insteadLabel,
                    other.insteadPrice,
                    cameBy,
                    cameLabel,
                    camePrice);
        }

        Line against(String other, String label, long price) {
            return new Line(position, sku, quantity, other, label, price, cameBy, cameLabel, camePrice);
        }

        /**
         * What goes back for one of it: what that counts which came instead of something, else what was paid for one, less what
         * stays for another.
         */
        long counts(long paid, boolean exchanged) {
            return (camePrice == null ? paid : camePrice) - (exchanged && insteadPrice != null ? insteadPrice : 0);
        }
    }

    /**
     * Something is wanted instead.
     *
     * @param difference what goes back beside it, in minor units
     * @param lockedAt since when it is being sent; null before
     * @param off it was called off, and all of the money goes back
     */
    public record Exchange(long difference, @Nullable Instant lockedAt, boolean off) {}

    /** It is here, and what is wanted instead is about to leave, or has left. */
    public boolean leaving() {
        return state == ReturnState.RECEIVED && exchange != null && !exchange.off() && exchange.lockedAt() != null;
    }

    /** Something else comes, or still may. */
    public boolean exchanging() {
        return exchange != null && !exchange.off() && state != ReturnState.REFUNDED && state != ReturnState.REFUSED;
    }
}
