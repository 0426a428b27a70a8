package io.tillflow.storefront.web;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.catalogue.Category;
import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What search engines may read, and where all of it is. */
@Controller
class Sitemap {
    private static final List<String> PAGES = List.of(
            "/",
            "/shelves",
            "/help/delivery",
            "/help/returns",
            "/help/mending",
            "/help/prices",
            "/help/about",
            "/help/data");
    private static final List<String> PRIVATE =
            List.of("/account", "/cart", "/checkout", "/orders/", "/sandbox/", "/search", "/api/");
    private static final int MOST = 50_000;

    private final Shelf shelf;
    private final ShopSettings settings;

    Sitemap(Shelf shelf, ShopSettings settings) {
        this.shelf = shelf;
        this.settings = settings;
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> sitemap() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        Stream.of(
                        PAGES.stream(),
                        shelf.categories().stream().map(Category::id).map("/c/"::concat),
                        shelf.products().stream().map(Product::slug).map("/p/"::concat))
                .flatMap(paths -> paths)
                .limit(MOST)
                .forEach(path -> xml.append("<url><loc>")
                        .append(settings.publicUrl(path).replace("&", "&amp;"))
                        .append("</loc></url>\n"));
        return answer(MediaType.APPLICATION_XML, xml.append("</urlset>\n").toString());
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        StringBuilder text = new StringBuilder("User-agent: *\n");
        PRIVATE.forEach(path -> text.append("Disallow: ").append(path).append('\n'));
        return answer(
                MediaType.TEXT_PLAIN,
                text.append("Sitemap: ")
                        .append(settings.publicUrl("/sitemap.xml"))
                        .append('\n')
                        .toString());
    }

    private static ResponseEntity<String> answer(MediaType type, String body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(body);
    }
}
