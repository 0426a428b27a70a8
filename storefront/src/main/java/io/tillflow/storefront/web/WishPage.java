package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.wishes.Wish;
import io.tillflow.storefront.wishes.Wishes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody would like. */
@Controller
public class WishPage {
    private final Wishes wishes;
    private final WishCookie cookie;
    private final Shelf shelf;
    private final Cards cards;
    private final Shells shells;
    private final Templates templates;

    WishPage(Wishes wishes, WishCookie cookie, Shelf shelf, Cards cards, Shells shells, Templates templates) {
        this.wishes = wishes;
        this.cookie = cookie;
        this.shelf = shelf;
        this.cards = cards;
        this.shells = shells;
        this.templates = templates;
    }

    /** A wish with what happened to its price, and what can be put into the cart; empty when gone for now. */
    public record Wished(Card card, String note, String sku) {}

    @GetMapping("/wishes")
    ResponseEntity<byte[]> wishes(HttpServletRequest request) {
        List<Wished> wished = cookie.all(request).stream()
                .flatMap(wish -> shelf.product(wish.product()).map(p -> wished(request, wish, p)).stream())
                .toList();
        return templates.page("wishes", Map.of("shell", shells.of(request, say("shop.wishes")), "wished", wished));
    }

    private Wished wished(HttpServletRequest request, Wish wish, Product product) {
        long less = wish.currency().equals(Money.currency()) ? wish.addedPrice() - product.priceFrom() : 0;
        String note = less > 0 ? say("shop.lessThanWished", Money.text(less)) : "";
        String sku = product.variants().stream()
                .filter(v -> shelf.available(v.sku()) > 0)
                .map(v -> v.sku())
                .findFirst()
                .orElse("");
        return new Wished(cards.of(request, List.of(product)).getFirst(), note, sku);
    }

    @PostMapping("/wishes")
    ResponseEntity<?> wish(
            HttpServletRequest request,
            @RequestParam String product,
            @RequestParam(defaultValue = "yes") String wish,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script) {
        Product found = shelf.product(product).orElseThrow(NotHere::new);
        boolean yes = !"no".equals(wish);
        UUID list = cookie.open(request);
        if (yes) {
            wishes.add(list, product, found.priceFrom());
        } else {
            wishes.remove(list, product);
        }
        if (script != null) {
            byte[] heart = templates.render("heart", Map.of("slug", product, "name", found.name(), "on", yes));
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8")
                    .header(HttpHeaders.SET_COOKIE, cookie.cookie(list))
                    .body(heart);
        }
        return AccountEntry.to(Referers.of(request, "/wishes"))
                .header(HttpHeaders.SET_COOKIE, cookie.cookie(list))
                .build();
    }
}
