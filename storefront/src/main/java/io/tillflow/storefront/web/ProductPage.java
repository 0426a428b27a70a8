package io.tillflow.storefront.web;

import io.tillflow.storefront.catalogue.Category;
import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.catalogue.Variant;
import io.tillflow.storefront.events.EventKind;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.pages.Markdown;
import io.tillflow.storefront.reviews.Reviews;
import io.tillflow.storefront.terms.DeliveryDay;
import io.tillflow.storefront.terms.Terms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One product in the chosen colour and size. */
@Controller
class ProductPage {
    private final Shelf shelf;
    private final Cards cards;
    private final Shells shells;
    private final Companions companions;
    private final StructuredData data;
    private final Reviews reviews;
    private final PriceViews prices;
    private final WishCookie wishes;
    private final Footprints footprints;
    private final DeliveryDay deliveryDay;
    private final Words words;
    private final Terms terms;
    private final Templates templates;

    ProductPage(
            Shelf shelf,
            Cards cards,
            Shells shells,
            Companions companions,
            StructuredData data,
            Reviews reviews,
            PriceViews prices,
            WishCookie wishes,
            Footprints footprints,
            DeliveryDay deliveryDay,
            Words words,
            Terms terms,
            Templates templates) {
        this.shelf = shelf;
        this.cards = cards;
        this.shells = shells;
        this.companions = companions;
        this.data = data;
        this.reviews = reviews;
        this.prices = prices;
        this.wishes = wishes;
        this.footprints = footprints;
        this.deliveryDay = deliveryDay;
        this.words = words;
        this.terms = terms;
        this.templates = templates;
    }

    @GetMapping("/p/{slug}")
    ResponseEntity<byte[]> product(
            HttpServletRequest request,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String colour,
            @RequestParam(defaultValue = "") String size) {
        Product product = shelf.product(slug).orElseThrow(NotHere::new);
        Category category = shelf.category(product.category()).orElseThrow();
        String chosenColour = colour.isEmpty() ? product.first().colour() : colour;
        String chosenSize = size.isEmpty() ? product.first().size() : size;
        Variant variant = product.variant(chosenColour, chosenSize).orElse(product.first());
        Voices voices = Voices.of(reviews.shown(slug));
        footprints.note(request, EventKind.PRODUCT_VIEW, slug, Map.of());
        return templates.page(
                "product",
                Map.ofEntries(
                        Map.entry("voices", voices),
                        Map.entry("price", prices.of(variant)),
                        Map.entry("wished", wishes.products(request).contains(slug)),
                        Map.entry("together", companions.beside(product, variant)),
                        Map.entry("data", data.of(product, category, voices)),
                        Map.entry(
                                "shell",
                                shells.of(request, product.name())
                                        .docked()
                                        .described(product.line() + ". " + Markdown.plain(product.about()))),
                        Map.entry("product", product),
                        Map.entry("category", category),
                        Map.entry("variant", variant),
                        Map.entry("available", shelf.available(variant.sku())),
                        Map.entry("comes", deliveryDay.usual(terms.now())),
                        Map.entry("words", words),
                        Map.entry("alts", shelf.alts()),
                        Map.entry("about", Markdown.html(product.about(), Language.current())),
                        Map.entry("terms", terms.now()),
                        Map.entry("similar", cards.of(request, similar(product)))));
    }

    private List<Product> similar(Product product) {
        return shelf.products().stream()
                .filter(p ->
                        p.category().equals(product.category()) && !p.slug().equals(product.slug()))
                .filter(shelf::inStock)
                .sorted((a, b) -> Boolean.compare(
                        b.kind().equals(product.kind()), a.kind().equals(product.kind())))
                .limit(10)
                .toList();
    }
}
