package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product in a grid.
 *
 * @param was the struck price of a reduction, or null
 * @param wished whether whoever looks put it on their wish list
 */
public record Card(
        String slug,
        String name,
        String line,
        String price,
        @Nullable String was,
        String picture,
        String promise,
        List<String> colours,
        boolean wished) {
    static Card of(Product p, String promise, @Nullable String was, boolean wished) {
        List<String> colours = List.copyOf(p.colours());
        return new Card(p.slug(), p.name(), p.line(), price(p), was, p.first().picture(), promise, colours, wished);
    }

    /** "from" when its variants differ. */
    static String price(Product p) {
        return p.severalPrices() ? say("shop.from", Money.text(p.priceFrom())) : Money.text(p.priceFrom());
    }
}
