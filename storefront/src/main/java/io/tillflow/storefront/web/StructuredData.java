package io.tillflow.storefront.web;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.catalogue.Category;
import io.tillflow.storefront.catalogue.PictureAddress;
import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.catalogue.Variant;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.pages.Markdown;
import io.tillflow.storefront.pages.ShownPage;
import io.tillflow.storefront.profile.Profiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells machines what a product page shows: the same price and stock that people see. */
@Component
class StructuredData {
    private final ShopSettings settings;
    private final Shelf shelf;
    private final Profiles profiles;
    private final JsonMapper json;

    StructuredData(ShopSettings settings, Shelf shelf, Profiles profiles, JsonMapper json) {
        this.settings = settings;
        this.shelf = shelf;
        this.profiles = profiles;
        this.json = json;
    }

    String of(Product product, Category category, Voices voices) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@context", "https://schema.org");
        thing.put("@graph", List.of(product(product, voices), trail(product, category)));
        return harmless(thing);
    }

    String of(ShownPage page) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@context", "https://schema.org");
        thing.put("@type", page.text().page().equals("about") ? "AboutPage" : "WebPage");
        thing.put("name", page.text().title());
        thing.put("inLanguage", page.text().language().code());
        thing.put("url", settings.publicUrl(Language.current().path(page.path())));
        if (page.text().version() > 0) {
            thing.put("dateModified", page.text().writtenAt().toString());
        }
        return harmless(thing);
    }

    /** JSON that can stand inside a script element: nothing in it can end the element. */
    private String harmless(Map<String, Object> thing) {
        return json.writeValueAsString(thing)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private Map<String, Object> product(Product product, Voices voices) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@type", "Product");
        thing.put("name", product.name());
        thing.put("description", Markdown.plain(product.about()));
        thing.put(
                "image",
                settings.publicUrl(PictureAddress.picture(product.first().picture())));
        thing.put("sku", product.first().sku());
        thing.put("brand", Map.of("@type", "Brand", "name", profiles.profile().name()));
        thing.put(
                "offers",
                product.variants().stream().map(v -> offer(product, v)).toList());
        if (voices.count() > 0) {
            thing.put(
                    "aggregateRating",
                    Map.of(
                            "@type",
                            "AggregateRating",
                            "ratingValue",
                            String.format(Locale.ROOT, "%.1f", voices.average()),
                            "reviewCount",
                            voices.count()));
        }
        return thing;
    }

    private Map<String, Object> offer(Product product, Variant variant) {
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("@type", "Offer");
        offer.put("sku", variant.sku());
        offer.put("url", settings.publicUrl(Language.current().path("/p/" + product.slug())));
        offer.put("price", Money.plain(variant.price()));
        offer.put("priceCurrency", Money.currency());
        offer.put(
                "availability",
                "https://schema.org/" + (shelf.available(variant.sku()) > 0 ? "InStock" : "OutOfStock"));
        return offer;
    }

    private Map<String, Object> trail(Product product, Category category) {
        return Map.of(
                "@type",
                "BreadcrumbList",
                "itemListElement",
                List.of(
                        step(1, category.title(), "/c/" + category.id()),
                        step(2, product.name(), "/p/" + product.slug())));
    }

    private Map<String, Object> step(int position, String name, String path) {
        return Map.of(
                "@type",
                "ListItem",
                "position",
                position,
                "name",
                name,
                "item",
                settings.publicUrl(Language.current().path(path)));
    }
}
