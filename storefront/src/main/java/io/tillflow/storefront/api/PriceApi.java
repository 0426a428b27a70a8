package io.tillflow.storefront.api;

import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.prices.PriceChange;
import io.tillflow.storefront.prices.PriceReason;
import io.tillflow.storefront.prices.PriceTag;
import io.tillflow.storefront.prices.Prices;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Prices and what they were. A change shows on open pages at once; checkouts that began keep what they showed. */
@RestController
@RequestMapping("/api/v1/admin/prices/{sku}")
class PriceApi {
    private static final long HIGHEST = 10_000_000;
    private static final int LONGEST_REASON = 160;

    private final Prices prices;

    PriceApi(Prices prices) {
        this.prices = prices;
    }

    /**
     * @param currency null for the shop's own
     * @param reasonDe the reason in German; empty where it is the same
     */
    record Change(
            @Nullable Long price,
            @Nullable String currency,
            @Nullable String reason,
            @Nullable String reasonDe,
            @Nullable String by) {}

    /** A price after a change, or one that never changed: then only what was asked for is known. */
    record Changed(
            String sku,
            String currency,
            long price,
            @Nullable Long previous,
            @Nullable Long lowestBefore,
            boolean reduced,
            @Nullable Instant at) {}

    @PutMapping
    Changed change(@PathVariable String sku, @RequestBody Change change) {
        Long price = change.price();
        if (price == null || price < 1 || price > HIGHEST) {
            throw wrong("price", "Minor units, above 0 and at most " + HIGHEST + ".");
        }
        PriceReason reason = new PriceReason(words("reason", change.reason()), words("reasonDe", change.reasonDe()));
        String by = words("by", change.by());
        String currency = change.currency() == null ? Money.BASE : change.currency();
        boolean done = currency.equals(Money.BASE)
                ? prices.change(sku, price, reason, by)
                : prices.fix(sku, currency, price, reason, by);
        return changed(done, sku, currency);
    }

    /** From now on the price in another currency follows the shop's own again. */
    @DeleteMapping("/{currency}")
    Changed follow(
            @PathVariable String sku, @PathVariable String currency, @RequestParam(defaultValue = "") String by) {
        return changed(prices.follow(sku, currency, by.strip()), sku, currency);
    }

    /** In every currency it is sold in, the shop's own first. */
    @GetMapping
    List<Prices.Listed> listed(@PathVariable String sku) {
        List<Prices.Listed> listed = prices.listed(sku);
        if (listed.isEmpty()) {
            throw ShopProblem.notFound("variant");
        }
        return listed;
    }

    private Changed changed(boolean done, String sku, String currency) {
        Prices.Listed now = prices.listed(sku).stream()
                .filter(it -> done && it.currency().equals(currency))
                .findFirst()
                .orElseThrow(() -> ShopProblem.notFound("variant"));
        return prices.tag(sku, currency)
                .map(PriceApi::changed)
                .orElseGet(() -> new Changed(sku, currency, now.price(), null, null, false, null));
    }

    private static Changed changed(PriceTag tag) {
        return new Changed(
                tag.sku(), tag.currency(), tag.price(), tag.previous(), tag.lowestBefore(), tag.reduced(), tag.at());
    }

    @GetMapping("/history")
    List<PriceChange> history(
            @PathVariable String sku,
            @RequestParam(defaultValue = Money.BASE) String currency,
            @RequestParam @Nullable Integer limit) {
        return prices.history(sku, currency, Page.limit(limit));
    }

    private static String words(String field, @Nullable String text) {
        String words = text == null ? "" : text.strip();
        if (words.length() > LONGEST_REASON) {
            throw wrong(field, "At most " + LONGEST_REASON + " characters: shoppers read it.");
        }
        return words;
    }

    private static ShopProblem wrong(String field, String message) {
        return new ShopProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Some fields need another look.")
                .with("errors", List.of(new FieldError(field, message)));
    }
}
