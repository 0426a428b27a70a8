package io.tillflow.storefront.api;

import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderLine;
import io.tillflow.storefront.orders.OrderState;
import io.tillflow.storefront.orders.Parcel;
import io.tillflow.storefront.orders.StockState;
import io.tillflow.storefront.stock.Location;
import io.tillflow.storefront.terms.Address;
import io.tillflow.storefront.terms.Discount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All the shop knows of an order, for the services that act on it.
 *
 * @param worth the total in the shop's own currency, at the rate of its checkout
 */
record OrderRecord(
        UUID id,
        String number,
        UUID customerId,
        String channel,
        OrderState state,
        @Nullable String reason,
        String currency,
        String language,
        long total,
        long worth,
        String baseCurrency,
        long itemsTotal,
        List<Discount> discounts,
        long deliveryPrice,
        long tax,
        int items,
        int weightGrams,
        boolean express,
        boolean firstOrder,
        boolean addressMismatch,
        int pastDeclines,
        String email,
        String phone,
        Address shipping,
        Address billing,
        LocalDate promisedOn,
        String orderPath,
        String orderUrl,
        @Nullable String paymentId,
        @Nullable String paymentUrl,
        Parcel parcel,
        StockState stockState,
        boolean cancelRequested,
        boolean shippingLocked,
        Instant placedAt,
        List<Line> lines,
        @Nullable Origin from) {

    /** Where most of what is set aside for it lies, and a carrier could fetch its parcel. */
    record Origin(String name, String street, String extra, String postcode, String town, String country) {
        static Origin of(Location it) {
            return new Origin(it.name(), it.street(), "", it.postcode(), it.town(), it.country());
        }
    }

    /** One ordered variant. */
    record Line(String sku, String name, String variant, int quantity, long unitPrice, long total, int weightGrams) {
        static Line of(OrderLine l) {
            return new Line(l.sku(), l.name(), l.variant(), l.quantity(), l.unitPrice(), l.total(), l.weightGrams());
        }
    }

    static OrderRecord of(Order o, String url, @Nullable Location from) {
        return new OrderRecord(
                o.id(),
                o.number(),
                o.customerId(),
                o.channel().code(),
                o.state(),
                o.reason(),
                o.currency(),
                o.language().code(),
                o.totals().total(),
                o.worth(),
                Money.BASE,
                o.totals().itemsTotal(),
                o.totals().discounts(),
                o.totals().deliveryPrice(),
                o.totals().tax(),
                o.totals().items(),
                o.totals().weightGrams(),
                o.facts().express(),
                o.facts().firstOrder(),
                o.facts().addressMismatch(),
                o.facts().pastDeclines(),
                o.details().email(),
                o.details().phone(),
                o.details().shipping(),
                o.details().billing(),
                o.promisedOn(),
                o.ownPath(),
                url,
                o.paymentId(),
                o.paymentUrl(),
                o.parcel(),
                o.stockState(),
                o.cancelRequestedAt() != null,
                o.shippingLockedAt() != null,
                o.placedAt(),
                o.lines().stream().map(Line::of).toList(),
                from == null ? null : Origin.of(from));
    }
}
