package io.tillflow.storefront.web;

import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.catalogue.Variant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The parts of open pages that change with a price. */
@Controller
class PricePages {
    private static final int MOST = 60;
    private static final Duration LONGEST_AGO = Duration.ofHours(1);

    private final Shelf shelf;
    private final PriceViews prices;
    private final PriceStream stream;
    private final Clock clock;
    private final Templates templates;

    PricePages(Shelf shelf, PriceViews prices, PriceStream stream, Clock clock, Templates templates) {
        this.shelf = shelf;
        this.prices = prices;
        this.stream = stream;
        this.clock = clock;
        this.templates = templates;
    }

    /**
     * @param since when the page was made, so that nothing in between is missed
     * @param last the same, after a lost connection
     */
    @GetMapping(path = "/prices/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(
            @RequestParam List<String> products,
            @RequestParam(defaultValue = "") String since,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
        Set<String> known = products.stream()
                .limit(MOST)
                .filter(slug -> shelf.product(slug).isPresent())
                .collect(Collectors.toUnmodifiableSet());
        if (known.isEmpty()) {
            return ResponseEntity.noContent().build();
        }
        return stream.open(known, when(last == null ? since : last))
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    private Instant when(String millis) {
        Instant now = clock.instant();
        if (!millis.matches("[0-9]{1,15}")) {
            return now;
        }
        Instant at = Instant.ofEpochMilli(Long.parseLong(millis));
        return at.isBefore(now.minus(LONGEST_AGO)) ? now.minus(LONGEST_AGO) : at;
    }

    @GetMapping("/p/{slug}/price")
    ResponseEntity<byte[]> price(@PathVariable String slug, @RequestParam(defaultValue = "") String sku) {
        Product product = shelf.product(slug).orElseThrow(NotHere::new);
        Variant variant = product.variants().stream()
                .filter(v -> v.sku().equals(sku))
                .findFirst()
                .orElseThrow(NotHere::new);
        return templates.page("price", Map.of("price", prices.of(variant), "dock", true));
    }

    @GetMapping("/p/{slug}/card-price")
    ResponseEntity<byte[]> cardPrice(@PathVariable String slug) {
        Product product = shelf.product(slug).orElseThrow(NotHere::new);
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("price", Card.price(product));
        values.put("was", prices.was(product));
        return templates.page("cardprice", values);
    }
}
