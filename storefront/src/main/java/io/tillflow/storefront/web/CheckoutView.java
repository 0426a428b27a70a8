package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.catalogue.Item;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.checkout.Checkout;
import io.tillflow.storefront.checkout.DetailsForm;
import io.tillflow.storefront.checkout.Quote;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.terms.Country;
import io.tillflow.storefront.terms.Delivery;
import io.tillflow.storefront.terms.DeliveryDay;
import io.tillflow.storefront.terms.DeliveryTerms;
import io.tillflow.storefront.terms.Pricing;
import io.tillflow.storefront.terms.Totals;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Shows a checkout with what was typed so far. */
@Component
class CheckoutView {
    private final Shelf shelf;
    private final Quote quote;
    private final DeliveryDay deliveryDay;
    private final Shells shells;
    private final Words words;
    private final ShopSettings settings;
    private final Clock clock;
    private final KnownShopper known;
    private final Templates templates;

    CheckoutView(
            Shelf shelf,
            Quote quote,
            DeliveryDay deliveryDay,
            Shells shells,
            Words words,
            ShopSettings settings,
            Clock clock,
            KnownShopper known,
            Templates templates) {
        this.shelf = shelf;
        this.quote = quote;
        this.deliveryDay = deliveryDay;
        this.shells = shells;
        this.words = words;
        this.settings = settings;
        this.clock = clock;
        this.known = known;
        this.templates = templates;
    }

    boolean expired(Checkout checkout) {
        return !checkout.holding() || !checkout.expiresAt().isAfter(clock.instant());
    }

    long total(Checkout checkout) {
        return quote.of(checkout).total();
    }

    ResponseEntity<byte[]> page(
            HttpServletRequest request, HttpStatus status, Checkout checkout, CheckoutFields fields) {
        return Money.in(checkout.currency(), () -> shown(request, status, checkout, fields));
    }

    private ResponseEntity<byte[]> shown(
            HttpServletRequest request, HttpStatus status, Checkout checkout, CheckoutFields fields) {
        Map<String, @Nullable Object> values = values(checkout, fields);
        values.put("shell", shells.of(request, say("cart.checkoutTitle")).withoutFooter());
        values.put("fields", fields);
        values.put("saved", known.addresses(request));
        List<Country> countries = quote.terms(checkout).countries();
        values.put("countries", countries);
        values.put("everywhere", CheckoutFields.all(countries));
        values.put("holdSeconds", settings.holdFor().toSeconds());
        return templates.page(status, "checkout", values);
    }

    ResponseEntity<byte[]> preview(Checkout checkout, DetailsForm form) {
        return Money.in(
                checkout.currency(),
                () -> templates.page("checkoutpreview", values(checkout, new CheckoutFields(form, List.of(), null))));
    }

    ResponseEntity<byte[]> expired(HttpServletRequest request, HttpStatus status) {
        Shell shell = shells.of(request, say("cart.timeUpTitle")).withoutFooter();
        return templates.page(status, "checkoutexpired", Map.of("shell", shell));
    }

    private Map<String, @Nullable Object> values(Checkout checkout, CheckoutFields fields) {
        DeliveryTerms terms = quote.terms(checkout);
        Country country = Country.of(fields.value("shipping.country")).orElseGet(() -> terms.home());
        Delivery delivery = Delivery.of(fields.delivery()).orElse(Delivery.STANDARD);
        Totals totals = quote.of(checkout, country, delivery);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("checkout", checkout);
        values.put("lines", checkout.lines().stream().map(this::line).toList());
        values.put("totals", totals);
        values.put("comes", deliveryDay.of(country, delivery, terms));
        values.put("ways", ways(totals, country, delivery, terms));
        values.put("words", words);
        return values;
    }

    private List<Way> ways(Totals totals, Country country, Delivery chosen, DeliveryTerms terms) {
        return Arrays.stream(Delivery.values())
                .map(d -> new Way(
                        d.code(),
                        d == Delivery.STANDARD ? say("cart.toYourDoor") : say("cart.express"),
                        deliveryDay.of(country, d, terms),
                        Pricing.deliveryPrice(totals.itemsTotal(), country, d, totals.discounts(), terms),
                        d == chosen))
                .toList();
    }

    private LineView line(Checkout.Line line) {
        Item item = shelf.item(line.sku()).orElseThrow();
        return new LineView(item, line.quantity(), line.unitPrice(), line.unitPrice(), 0);
    }
}
