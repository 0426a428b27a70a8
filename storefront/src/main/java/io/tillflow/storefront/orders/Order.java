package io.tillflow.storefront.orders;

import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.stock.Need;
import io.tillflow.storefront.terms.Channel;
import io.tillflow.storefront.terms.Details;
import io.tillflow.storefront.terms.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A placed order. The token is what its shopper holds to see it.
 *
 * @param inBase what one minor unit of its currency was worth in the shop's own when its checkout began
 */
public record Order(
        UUID id,
        String number,
        UUID checkoutId,
        UUID customerId,
        String token,
        Channel channel,
        OrderState state,
        @Nullable String reason,
        String currency,
        BigDecimal inBase,
        Totals totals,
        OrderFacts facts,
        Details details,
        LocalDate promisedOn,
        @Nullable String paymentId,
        @Nullable String paymentUrl,
        Parcel parcel,
        StockState stockState,
        @Nullable Instant cancelRequestedAt,
        @Nullable Instant shippingLockedAt,
        Instant placedAt,
        Language language,
        List<OrderLine> lines) {

    /** What an amount of it is worth in the shop's own currency: for whatever compares or adds up orders. */
    public long inBase(long amount) {
        return inBase.multiply(BigDecimal.valueOf(amount))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    public long worth() {
        return inBase(totals.total());
    }

    /** The page where its shopper follows it, in whichever language they look at it. */
    public String path() {
        return "/orders/" + id + "?token=" + token;
    }

    /** The same page in the language it was ordered in, for letters. */
    public String ownPath() {
        return language.path(path());
    }

    /** Whether this is the token of its page, compared without telling how much of it is right. */
    public boolean opensWith(@Nullable String candidate) {
        return candidate != null
                && MessageDigest.isEqual(
                        candidate.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    /** There is a link, and nobody has paid yet as far as the shop knows. */
    public boolean payable() {
        return paymentUrl != null && !givenUp() && (state == OrderState.PLACED || state == OrderState.AWAITING_PAYMENT);
    }

    public boolean cancellable() {
        return cancelRequestedAt == null && shippingLockedAt == null && !state.finished() && !state.away();
    }

    /** Locked for shipping, and not away yet. */
    public boolean sealed() {
        return shippingLockedAt != null && cancelRequestedAt == null && !state.finished() && !state.away();
    }

    /** Cancelled, or about to be: nothing may be promised or sent any more. */
    public boolean givenUp() {
        return cancelRequestedAt != null || state == OrderState.CANCELLED;
    }

    Order withLines(List<OrderLine> with) {
        return new Order(
                id,
                number,
                checkoutId,
                customerId,
                token,
                channel,
                state,
                reason,
                currency,
                inBase,
                totals,
                facts,
                details,
                promisedOn,
                paymentId,
                paymentUrl,
                parcel,
                stockState,
                cancelRequestedAt,
                shippingLockedAt,
                placedAt,
                language,
                with);
    }

    public List<Need> needs() {
        TreeMap<String, Integer> needs = new TreeMap<>();
        lines.forEach(l -> needs.merge(l.sku(), l.quantity(), Integer::sum));
        return needs.entrySet().stream()
                .map(e -> new Need(e.getKey(), e.getValue()))
                .toList();
    }
}
