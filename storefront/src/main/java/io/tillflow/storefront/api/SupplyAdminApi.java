package io.tillflow.storefront.api;

import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.supply.IncomingGoods;
import io.tillflow.storefront.supply.Purchase;
import io.tillflow.storefront.supply.SupplyRule;
import io.tillflow.storefront.supply.SupplyRules;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How an article is kept in supply, and what is being bought of it, for the people who run the shop. */
@RestController
@RequestMapping("/api/v1/admin/supply/{sku}")
class SupplyAdminApi {
    private static final int LATEST = 20;

    private final SupplyRules rules;
    private final IncomingGoods incoming;
    private final Shelf shelf;

    SupplyAdminApi(SupplyRules rules, IncomingGoods incoming, Shelf shelf) {
        this.rules = rules;
        this.incoming = incoming;
        this.shelf = shelf;
    }

    record Supply(SupplyRule rule, int awaited, List<Purchase> purchases) {}

    record Wanted(
            @Nullable Integer lowAt,
            @Nullable Integer upTo,
            @Nullable Integer pack,
            @Nullable String supplier,
            @Nullable String by) {}

    @GetMapping
    Supply supply(@PathVariable String sku) {
        known(sku);
        return new Supply(rules.of(sku), incoming.awaited(sku), incoming.latest(sku, LATEST));
    }

    /** What is not said stays as it is. */
    @PutMapping
    Supply set(@PathVariable String sku, @RequestBody Wanted wanted) {
        known(sku);
        SupplyRule now = rules.of(sku);
        try {
            rules.set(
                    new SupplyRule(
                            sku,
                            Objects.requireNonNullElse(wanted.lowAt(), now.lowAt()),
                            Objects.requireNonNullElse(wanted.upTo(), now.upTo()),
                            Objects.requireNonNullElse(wanted.pack(), now.pack()),
                            Objects.requireNonNullElse(wanted.supplier(), now.supplier())
                                    .strip()),
                    Objects.requireNonNullElse(wanted.by(), ""));
        } catch (IllegalArgumentException refused) {
            throw ShopProblem.invalid("rule", String.valueOf(refused.getMessage()));
        }
        return supply(sku);
    }

    /** Nothing comes of a purchase, says a merchant: it is counted on no longer, and what is low is told of anew. */
    @PostMapping("/purchases/{request}/given-up")
    Supply giveUp(@PathVariable String sku, @PathVariable UUID request) {
        known(sku);
        if (!incoming.giveUp(sku, request)) {
            throw new ShopProblem(HttpStatus.CONFLICT, "not-open", "Nothing of such a purchase is still to come.");
        }
        return supply(sku);
    }

    private void known(String sku) {
        if (shelf.item(sku).isEmpty()) {
            throw ShopProblem.notFound("variant");
        }
    }
}
