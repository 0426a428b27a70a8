package io.tillflow.storefront.web;

import io.tillflow.storefront.catalogue.Category;
import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.catalogue.Variant;
import io.tillflow.storefront.terms.Country;
import io.tillflow.storefront.terms.Delivery;
import io.tillflow.storefront.terms.DeliveryDay;
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
    private final DeliveryDay deliveryDay;
    private final Words words;
    private final Templates templates;

    ProductPage(
            Shelf shelf,
            Cards cards,
            Shells shells,
            Companions companions,
            StructuredData data,
            DeliveryDay deliveryDay,
            Words words,
            Templates templates) {
        this.shelf = shelf;
        this.cards = cards;
        this.shells = shells;
        this.companions = companions;
        this.data = data;
        this.deliveryDay = deliveryDay;
        this.words = words;
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
        return templates.page(
                "product",
                Map.of(
                        "together",
                        companions.beside(product, variant),
                        "data",
                        data.of(product, category),
                        "shell",
                        shells.of(request, product.name()).docked().described(product.line() + ". " + product.about()),
                        "product",
                        product,
                        "category",
                        category,
                        "variant",
                        variant,
                        "available",
                        shelf.available(variant.sku()),
                        "comes",
                        deliveryDay.of(Country.DE, Delivery.STANDARD),
                        "words",
                        words,
                        "similar",
                        cards.of(similar(product))));
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
