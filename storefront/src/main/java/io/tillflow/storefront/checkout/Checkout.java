package io.tillflow.storefront.checkout;

import io.tillflow.storefront.stock.Need;
import io.tillflow.storefront.terms.Channel;
import io.tillflow.storefront.terms.Details;
import io.tillflow.storefront.terms.Discount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cart on its way to become an order: things held and prices frozen until it expires.
 *
 * @param terms the revision of the shop's delivery terms that it began with
 * @param currency of its prices, discounts and delivery
 * @param inBase what one minor unit of it was worth in the shop's own when it began
 */
public record Checkout(
        UUID id,
        UUID cartId,
        UUID orderId,
        String orderToken,
        State state,
        Channel channel,
        @Nullable Details details,
        Instant createdAt,
        Instant expiresAt,
        List<Line> lines,
        List<String> codes,
        List<Discount> discounts,
        int terms,
        String currency,
        BigDecimal inBase) {

    /** OPEN and PLACING hold stock. */
    public enum State {
        OPEN,
        PLACING,
        PLACED,
        EXPIRED
    }

    /** One held variant at its frozen price. */
    public record Line(String sku, int quantity, long unitPrice) {}

    public List<Need> needs() {
        return lines.stream().map(l -> new Need(l.sku(), l.quantity())).toList();
    }

    /** Where the page asks for new sums. */
    public String previewPath() {
        return "/checkout/" + id + "/preview";
    }

    /** The page of the order to be. */
    public String orderPath() {
        return "/orders/" + orderId + "?token=" + orderToken;
    }

    public boolean holding() {
        return state == State.OPEN || state == State.PLACING;
    }
}
