package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.catalogue.Category;
import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.events.EventKind;
import io.tillflow.storefront.search.ProductSearch;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Home, shelves, search. */
@Controller
class ShelfPages {
    private final Shelf shelf;
    private final ProductSearch search;
    private final Cards cards;
    private final Shells shells;
    private final PersonalRows rows;
    private final Footprints footprints;
    private final Words words;
    private final PriceBands bands;
    private final Templates templates;

    ShelfPages(
            Shelf shelf,
            ProductSearch search,
            Cards cards,
            Shells shells,
            PersonalRows rows,
            Footprints footprints,
            Words words,
            PriceBands bands,
            Templates templates) {
        this.shelf = shelf;
        this.search = search;
        this.cards = cards;
        this.shells = shells;
        this.rows = rows;
        this.footprints = footprints;
        this.words = words;
        this.bands = bands;
        this.templates = templates;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> home(HttpServletRequest request) {
        List<Product> liked =
                shelf.products().stream().filter(shelf::inStock).limit(8).toList();
        List<Product> recent = shelf.products().stream()
                .filter(shelf::inStock)
                .sorted(Comparator.comparing(Product::addedAt).reversed())
                .limit(10)
                .toList();
        return templates.page(
                "home",
                Map.of(
                        "shell", shells.of(request, say("shop.homeTitle")).withBar(words.bar()),
                        "rows", rows.of(request),
                        "told", rows.told(request),
                        "words", words,
                        "again", rows.again(request, List.of()),
                        "liked", cards.of(request, liked),
                        "recent", cards.of(request, recent)));
    }

    @GetMapping("/shelves")
    ResponseEntity<byte[]> shelves(HttpServletRequest request) {
        return templates.page("shelves", Map.of("shell", shells.of(request, say("shop.everythingWeSell"))));
    }

    @GetMapping("/c/{id}")
    ResponseEntity<byte[]> category(
            HttpServletRequest request, @PathVariable String id, @RequestParam MultiValueMap<String, String> query) {
        Category category = shelf.category(id).orElseThrow(NotHere::new);
        List<Product> all =
                shelf.products().stream().filter(p -> p.category().equals(id)).toList();
        return browse(request, category, null, ProductSearch.Result.all(all), Filter.of(query));
    }

    @GetMapping("/search")
    ResponseEntity<byte[]> search(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String q,
            @RequestParam MultiValueMap<String, String> query) {
        String asked = cut(q);
        ProductSearch.Result result = search.find(asked);
        if (!asked.isEmpty()) {
            Map<String, Object> what =
                    Map.of("asked", asked, "found", result.products().size());
            footprints.note(request, EventKind.SEARCH, null, what);
        }
        return browse(request, null, asked, result, Filter.of(query));
    }

    /** Completions as a fragment; the field works without it. */
    @GetMapping("/search/suggestions")
    ResponseEntity<byte[]> suggestions(@RequestParam(defaultValue = "") String q) {
        return templates.page("suggestions", Map.of("suggestions", search.suggest(cut(q))));
    }

    private static String cut(String q) {
        return q.strip().substring(0, Math.min(q.strip().length(), 100));
    }

    /** What the search did with the words, where it is not plain. */
    private static String note(@Nullable String asked, ProductSearch.Result result) {
        if (asked == null || result.products().isEmpty()) {
            return "";
        }
        if (result.meant()) {
            return say("shop.meant");
        }
        String read = result.readAs().isEmpty() ? "" : say("shop.readAs", asked, result.readAs());
        return read + (result.whole() ? "" : say("shop.someWords"));
    }

    private ResponseEntity<byte[]> browse(
            HttpServletRequest request,
            @Nullable Category category,
            @Nullable String asked,
            ProductSearch.Result result,
            Filter filter) {
        List<Product> all = result.products();
        List<Product> fitting = filter.apply(all, shelf, bands);
        List<Product> found = filter.popular() ? rows.sorted(request, fitting) : fitting;
        String title = category != null
                ? category.title()
                : asked == null || asked.isEmpty() ? say("shop.search") : say("words.quoted", asked);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(
                "shell",
                category == null
                        ? shells.of(request, title).withBar(words.bar())
                        : shells.of(request, title).withBar(words.bar()).described(category.intro()));
        values.put("heading", title);
        values.put("category", category);
        values.put("asked", asked);
        values.put("note", note(asked, result));
        values.put("personal", filter.popular() && !fitting.equals(found));
        values.put("path", category == null ? "/search" : "/c/" + category.id());
        values.put("filter", filter);
        values.put("facets", Facets.of(all, filter, shelf, bands));
        values.put("found", found.size());
        values.put(
                "cards", cards.of(request, found.stream().limit(filter.show()).toList()));
        values.put(
                "hint",
                asked == null || asked.isEmpty() || !all.isEmpty()
                        ? List.of()
                        : cards.of(
                                request,
                                shelf.products().stream()
                                        .filter(shelf::inStock)
                                        .limit(4)
                                        .toList()));
        return templates.page("browse", values);
    }
}
