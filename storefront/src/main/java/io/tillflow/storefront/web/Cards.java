package io.tillflow.storefront.web;

import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes cards that say what is true now: the day it comes, how few are left, or that it is gone. */
@Component
class Cards {
    private static final int FEW = 4;

    private final Shelf shelf;
    private final Words words;

    Cards(Shelf shelf, Words words) {
        this.shelf = shelf;
        this.words = words;
    }

    List<Card> of(List<Product> products) {
        String promise = "At your door " + words.standardDay();
        return products.stream().map(p -> Card.of(p, said(p, promise))).toList();
    }

    private String said(Product product, String promise) {
        int left = product.variants().stream()
                .mapToInt(v -> shelf.available(v.sku()))
                .sum();
        if (left == 0) {
            return "Gone for now";
        }
        return left <= FEW ? left + " left in Leipzig" : promise;
    }
}
