package io.tillflow.storefront.checkout;

import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.promotions.Basket;
import io.tillflow.storefront.terms.Country;
import io.tillflow.storefront.terms.Delivery;
import io.tillflow.storefront.terms.DeliveryTerms;
import io.tillflow.storefront.terms.Details;
import io.tillflow.storefront.terms.Discount;
import io.tillflow.storefront.terms.Pricing;
import io.tillflow.storefront.terms.Terms;
import io.tillflow.storefront.terms.Totals;
import java.util.List;
import org.springframework.stereotype.Component;

/** Prices a cart or checkout. */
@Component
public class Quote {
    private final Shelf shelf;
    private final Terms terms;

    Quote(Shelf shelf, Terms terms) {
        this.shelf = shelf;
        this.terms = terms;
    }

    public Totals of(Checkout checkout) {
        Details details = checkout.details();
        Country country = details == null
                ? terms(checkout).home()
                : Country.of(details.shipping().country()).orElseThrow();
        return of(checkout, country, details == null ? Delivery.STANDARD : details.delivery());
    }

    /** If it went there. */
    public Totals of(Checkout checkout, Country country, Delivery delivery) {
        return Pricing.totals(priced(checkout.lines()), country, delivery, checkout.discounts(), terms(checkout));
    }

    /** Those it began with. */
    public DeliveryTerms terms(Checkout checkout) {
        return terms.of(checkout.terms(), checkout.currency());
    }

    public Totals of(List<Checkout.Line> lines, Country country, Delivery delivery, List<Discount> discounts) {
        return Pricing.totals(priced(lines), country, delivery, discounts, terms.now());
    }

    private List<Pricing.Line> priced(List<Checkout.Line> lines) {
        return lines.stream()
                .map(l -> new Pricing.Line(
                        l.quantity(), l.unitPrice(), item(l.sku()).variant().weightGrams()))
                .toList();
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
