package io.tillflow.storefront.api;

import io.tillflow.storefront.catalogue.Shelf;
import io.tillflow.storefront.promotions.Promotion;
import io.tillflow.storefront.promotions.Promotions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Promotions, for the people who run the shop. One that is over stays, since orders name it. */
@RestController
@RequestMapping("/api/v1/admin/promotions")
class PromotionApi {
    private final Promotions promotions;
    private final Shelf shelf;
    private final Clock clock;

    PromotionApi(Promotions promotions, Shelf shelf, Clock clock) {
        this.promotions = promotions;
        this.shelf = shelf;
        this.clock = clock;
    }

    record Draft(
            @Nullable String code,
            @Nullable String title,
            @Nullable String titleDe,
            Promotion.@Nullable Kind kind,
            @Nullable Long value,
            @Nullable Integer buys,
            @Nullable Integer gets,
            @Nullable String category,
            @Nullable Long atLeast,
            @Nullable Boolean combines,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable Integer mostUses,
            @Nullable Integer mostPerCustomer) {}

    @GetMapping
    List<Promotion> all() {
        return promotions.all();
    }

    /** By how many orders each was used; those that nobody used are not named. */
    @GetMapping("/uses")
    Map<String, Integer> used() {
        return promotions.used();
    }

    @PutMapping("/{id}")
    Promotion put(@PathVariable String id, @RequestBody Draft draft) {
        if (!id.matches("[a-z0-9-]{1,40}")) {
            throw wrong("id", "Small letters, digits and dashes, at most 40.");
        }
        Promotion promotion = checked(id, draft);
        try {
            promotions.put(promotion);
        } catch (DuplicateKeyException taken) {
            throw wrong("code", "Another promotion has this code.");
        }
        return promotion;
    }

    private Promotion checked(String id, Draft d) {
        Promotion.Kind kind = d.kind();
        if (kind == null) {
            throw wrong("kind", "PERCENT, AMOUNT, FREE_DELIVERY or BUY_X_GET_Y.");
        }
        String code = code(d.code());
        String title = title("title", d.title());
        if (title == null) {
            throw wrong("title", "What shoppers read beside the amount, at most 80 characters.");
        }
        if (d.category() != null && shelf.category(d.category()).isEmpty()) {
            throw wrong("category", "There is no such shelf.");
        }
        if (least(d.atLeast()) < 0 || less(d.mostUses()) || less(d.mostPerCustomer())) {
            throw wrong("atLeast, mostUses, mostPerCustomer", "Limits are above 0, or left out.");
        }
        try {
            return new Promotion(
                    id,
                    code,
                    title,
                    title("titleDe", d.titleDe()),
                    kind,
                    least(d.value()),
                    d.buys() == null ? 0 : d.buys(),
                    d.gets() == null ? 0 : d.gets(),
                    d.category(),
                    least(d.atLeast()),
                    d.combines() == null || d.combines(),
                    d.startsAt() == null ? clock.instant() : d.startsAt(),
                    d.endsAt(),
                    d.mostUses(),
                    d.mostPerCustomer());
        } catch (IllegalArgumentException unfit) {
            throw wrong("value, buys, gets", String.valueOf(unfit.getMessage()));
        }
    }

    private static @Nullable String code(@Nullable String typed) {
        String code = typed == null ? null : typed.strip().toUpperCase(Locale.ROOT);
        if (code != null && !code.matches("[A-Z0-9-]{3,40}")) {
            throw wrong("code", "Three to forty letters, digits and dashes, or none for everybody.");
        }
        return code;
    }

    private static @Nullable String title(String field, @Nullable String typed) {
        if (typed != null && typed.length() > 80) {
            throw wrong(field, "What shoppers read beside the amount, at most 80 characters.");
        }
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private static long least(@Nullable Long value) {
        return value == null ? 0 : value;
    }

    private static boolean less(@Nullable Integer limit) {
        return limit != null && limit < 1;
    }

    private static ShopProblem wrong(String field, String message) {
        return new ShopProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Some fields need another look.")
                .with("errors", List.of(new FieldError(field, message)));
    }
}
