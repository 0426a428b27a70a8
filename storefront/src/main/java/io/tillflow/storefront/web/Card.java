package io.tillflow.storefront.web;

import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.money.Money;
import java.util.List;

/** A product in a grid. */
public record Card(
        String slug, String name, String line, String price, String picture, String promise, List<String> colours) {
    static Card of(Product p, String promise) {
        String price = (p.severalPrices() ? "from " : "") + Money.text(p.priceFrom());
        return new Card(p.slug(), p.name(), p.line(), price, p.first().picture(), promise, List.copyOf(p.colours()));
    }
}
