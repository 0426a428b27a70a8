package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.checkout.Checkout;
import io.tillflow.storefront.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of a cart or checkout as it is shown.
 *
 * @param addedPrice what it cost when it was put in; null where it was looked at in another currency
 */
public record LineView(
        Item item, int quantity, long unitPrice, @Nullable Long addedPrice, int available) {
    public String total() {
        return Money.text(quantity * unitPrice);
    }

    Checkout.Line priced() {
        return new Checkout.Line(item.sku(), quantity, unitPrice);
    }

    /** What changed since it was put in, or nothing. */
    public String priceNote() {
        long difference = addedPrice == null ? 0 : unitPrice - addedPrice;
        if (difference == 0) {
            return "";
        }
        return say(difference < 0 ? "cart.less" : "cart.more", Money.text(Math.abs(difference)));
    }
}
