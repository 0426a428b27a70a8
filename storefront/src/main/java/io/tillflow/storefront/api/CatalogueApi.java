package io.tillflow.storefront.api;

import io.tillflow.storefront.catalogue.Attribute;
import io.tillflow.storefront.catalogue.Category;
import io.tillflow.storefront.catalogue.PictureAddress;
import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.catalogue.Variant;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.search.ProductSearch;
import io.tillflow.storefront.search.Suggestions.Suggestion;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is for sale. */
@RestController
@RequestMapping("/api/v1")
class CatalogueApi {
    private final Shelf shelf;
    private final ProductSearch search;

    CatalogueApi(Shelf shelf, ProductSearch search) {
        this.shelf = shelf;
        this.search = search;
    }

    record VariantView(
            String sku,
            String colour,
            String colourName,
            String size,
            long price,
            int available,
            int weightGrams,
            List<String> pictures) {}

    record ProductView(
            String slug,
            String name,
            String line,
            String about,
            String category,
            String kind,
            String currency,
            List<Attribute> attributes,
            List<VariantView> variants) {}

    @GetMapping("/categories")
    List<Category> categories() {
        return shelf.categories();
    }

    @GetMapping("/products")
    Page<ProductView> products(
            @RequestParam @Nullable String category,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit) {
        int most = Page.limit(limit);
        String start = Page.decode(after, "");
        List<Product> read = shelf.products().stream()
                .filter(p -> category == null || p.category().equals(category))
                .sorted(Comparator.comparing(Product::slug))
                .filter(p -> p.slug().compareTo(start) > 0)
                .limit(most + 1L)
                .toList();
        return Page.cut(read, most, Product::slug, this::view);
    }

    @GetMapping("/products/{slug}")
    ProductView product(@PathVariable String slug) {
        return shelf.product(slug).map(this::view).orElseThrow(() -> ShopProblem.notFound("product"));
    }

    @GetMapping("/search")
    Page<ProductView> search(
            @RequestParam String q, @RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        int most = Page.limit(limit);
        int from = Cursors.number(Page.decode(after, "0"));
        List<Product> found = search.find(q).products();
        List<ProductView> items =
                found.stream().skip(from).limit(most).map(this::view).toList();
        boolean more = found.size() > from + most;
        return new Page<>(items, more ? Page.encode(String.valueOf(from + most)) : null);
    }

    @GetMapping("/search/suggestions")
    List<Suggestion> suggestions(@RequestParam String q) {
        return search.suggest(q);
    }

    private ProductView view(Product p) {
        return new ProductView(
                p.slug(),
                p.name(),
                p.line(),
                p.about(),
                p.category(),
                p.kind(),
                Money.currency(),
                p.attributes(),
                p.variants().stream().map(this::view).toList());
    }

    private VariantView view(Variant v) {
        List<String> pictures =
                v.pictures().stream().map(PictureAddress::picture).toList();
        return new VariantView(
                v.sku(),
                v.colour(),
                v.colourName(),
                v.size(),
                v.price(),
                shelf.available(v.sku()),
                v.weightGrams(),
                pictures);
    }
}
