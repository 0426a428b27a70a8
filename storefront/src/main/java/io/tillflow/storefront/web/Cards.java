package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes cards that say what is true now: the day it comes, how few are left, or that it is gone. */
@Component
class Cards {
    private static final int FEW = 4;

    private final Shelf shelf;
    private final Words words;
    private final PriceViews prices;
    private final WishCookie wishes;

    Cards(Shelf shelf, Words words, PriceViews prices, WishCookie wishes) {
        this.shelf = shelf;
        this.words = words;
        this.prices = prices;
        this.wishes = wishes;
    }

    List<Card> of(HttpServletRequest request, List<Product> products) {
        String promise = say("shop.doorDay", words.standardDay());
        Set<String> wished = wishes.products(request);
        return products.stream()
                .map(p -> Card.of(p, said(p, promise), prices.was(p), wished.contains(p.slug())))
                .toList();
    }

    private String said(Product product, String promise) {
        int left = product.variants().stream()
                .mapToInt(v -> shelf.available(v.sku()))
                .sum();
        if (left == 0) {
            return say("shop.gone");
        }
        return left <= FEW ? say("shop.leftIn", left) : promise;
    }
}
