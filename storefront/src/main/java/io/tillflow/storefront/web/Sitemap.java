package io.tillflow.storefront.web;

import io.tillflow.storefront.ShopSettings;
import io.tillflow.storefront.catalogue.Category;
import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.pages.PageRack;
import io.tillflow.storefront.pages.ShownPage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What search engines may read, and where all of it is. */
@Controller
class Sitemap {
    private static final List<String> PAGES = List.of("/", "/shelves", "/help/mending", "/help/prices", "/help/data");
    private static final List<String> PRIVATE =
            List.of("/account", "/cart", "/checkout", "/orders/", "/sandbox/", "/search", "/api/");
    private static final int MOST = 50_000;

    private final Shelf shelf;
    private final PageRack pages;
    private final ShopSettings settings;

    Sitemap(Shelf shelf, PageRack pages, ShopSettings settings) {
        this.shelf = shelf;
        this.pages = pages;
        this.settings = settings;
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<String> sitemap() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"")
                .append(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        Stream.of(
                        PAGES.stream(),
                        pages.all().stream().map(ShownPage::path),
                        shelf.categories().stream().map(Category::id).map("/c/"::concat),
                        shelf.products().stream().map(Product::slug).map("/p/"::concat))
                .flatMap(paths -> paths)
                .limit(MOST / Language.values().length)
                .forEach(path -> add(xml, path));
        return answer(MediaType.APPLICATION_XML, xml.append("</urlset>\n").toString());
    }

    /** Each language's page names the others. */
    private void add(StringBuilder xml, String path) {
        Map<String, String> alternates = Meta.alternates(settings.publicUrl(""), path);
        for (Language language : Language.values()) {
            xml.append("<url><loc>")
                    .append(escaped(settings.publicUrl(language.path(path))))
                    .append("</loc>");
            alternates.forEach((code, address) -> xml.append("<xhtml:link rel=\"alternate\" hreflang=\"")
                    .append(code)
                    .append("\" href=\"")
                    .append(escaped(address))
                    .append("\"/>"));
            xml.append("</url>\n");
        }
    }

    private static String escaped(String address) {
        return address.replace("&", "&amp;");
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        StringBuilder text = new StringBuilder("User-agent: *\n");
        for (Language language : Language.values()) {
            PRIVATE.forEach(path ->
                    text.append("Disallow: ").append(language.path(path)).append('\n'));
        }
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
