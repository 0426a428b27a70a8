package io.tillflow.storefront.checkout;

import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.promotions.Basket;
import io.tillflow.storefront.terms.Country;
import io.tillflow.storefront.terms.Delivery;
import io.tillflow.storefront.terms.Details;
import io.tillflow.storefront.terms.Discount;
import io.tillflow.storefront.terms.Pricing;
import io.tillflow.storefront.terms.Totals;
import java.util.List;
import org.springframework.stereotype.Component;

/** Prices a cart or checkout. */
@Component
public class Quote {
    private final Shelf shelf;

    Quote(Shelf shelf) {
        this.shelf = shelf;
    }

    public Totals of(Checkout checkout) {
        Details details = checkout.details();
        Country country = details == null
                ? Country.DE
                : Country.of(details.shipping().country()).orElseThrow();
        return of(
                checkout.lines(),
                country,
                details == null ? Delivery.STANDARD : details.delivery(),
                checkout.discounts());
    }

    public Totals of(List<Checkout.Line> lines, Country country, Delivery delivery, List<Discount> discounts) {
        List<Pricing.Line> priced = lines.stream()
                .map(l -> new Pricing.Line(
                        l.quantity(), l.unitPrice(), item(l.sku()).variant().weightGrams()))
                .toList();
        return Pricing.totals(priced, country, delivery, discounts);
    }

    /** What promotions look at. */
    public Basket basket(List<Checkout.Line> lines) {
        return new Basket(lines.stream()
                .map(l -> new Basket.Thing(item(l.sku()).product().category(), l.quantity(), l.unitPrice()))
                .toList());
    }

    private Item item(String sku) {
        return shelf.item(sku)
                .orElseThrow(() -> new IllegalStateException("expected variant " + sku + " in the catalogue"));
    }
}
