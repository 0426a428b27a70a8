package io.tillflow.storefront.api;

import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.tillflow.storefront.catalogue.Product;
import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.wishes.Wish;
import io.tillflow.storefront.wishes.Wishes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What whoever calls would like; the same list as on the pages where they are signed in. */
@RestController
@RequestMapping("/api/v1/account/wishes")
@SecurityRequirement(name = ApiDescription.ACCOUNT)
class MyWishApi {
    private final Shopper shopper;
    private final Wishes wishes;
    private final Shelf shelf;

    MyWishApi(Shopper shopper, Wishes wishes, Shelf shelf) {
        this.shopper = shopper;
        this.wishes = wishes;
        this.shelf = shelf;
    }

    /**
     * One thing.
     *
     * @param addedPrice what it cost when it was wished for; in another currency than it was looked at in, what it costs
     */
    record Wished(String product, String name, long price, long addedPrice, String currency) {}

    /** The latest first. */
    @GetMapping
    List<Wished> wishes(HttpServletRequest request) {
        return wished(list(request));
    }

    /** Wishing twice is wishing once. */
    @PutMapping("/{product}")
    List<Wished> add(HttpServletRequest request, @PathVariable String product) {
        UUID list = list(request);
        Product found = shelf.product(product).orElseThrow(() -> ShopProblem.notFound("product"));
        wishes.add(list, product, found.priceFrom());
        if (wishes.of(list).stream().noneMatch(it -> it.product().equals(product))) {
            throw new ShopProblem(HttpStatus.CONFLICT, "full", "There are " + Wishes.MOST + " wishes already.");
        }
        return wished(list);
    }

    @DeleteMapping("/{product}")
    List<Wished> remove(HttpServletRequest request, @PathVariable String product) {
        UUID list = list(request);
        wishes.remove(list, product);
        return wished(list);
    }

    private UUID list(HttpServletRequest request) {
        return wishes.ofAccount(shopper.of(request).id(), Optional.empty());
    }

    private List<Wished> wished(UUID list) {
        return wishes.of(list).stream()
                .flatMap(it -> shelf.product(it.product()).map(found -> of(it, found)).stream())
                .toList();
    }

    private static Wished of(Wish wish, Product product) {
        long added = wish.currency().equals(Money.currency()) ? wish.addedPrice() : product.priceFrom();
        return new Wished(product.slug(), product.name(), product.priceFrom(), added, Money.currency());
    }
}
