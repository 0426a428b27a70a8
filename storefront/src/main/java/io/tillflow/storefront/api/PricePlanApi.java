package io.tillflow.storefront.api;

import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.prices.PlanPrices;
import io.tillflow.storefront.prices.PlanPrices.Answer;
import io.tillflow.storefront.prices.PricePlan;
import io.tillflow.storefront.prices.PricePlans;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Prices for a time, for the people who run the shop. */
@RestController
@RequestMapping("/api/v1/admin/price-plans")
class PricePlanApi {
    private static final long HIGHEST = 10_000_000;
    private static final int LONGEST = 160;

    private final PlanPrices planning;
    private final PricePlans plans;
    private final Clock clock;

    PricePlanApi(PlanPrices planning, PricePlans plans, Clock clock) {
        this.planning = planning;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * @param id made up by the caller, so that asking twice plans once
     * @param currency null for the shop's own
     * @param reasonDe the reason in German; empty where it is the same
     */
    record Draft(
            @Nullable UUID id,
            @Nullable String sku,
            @Nullable String currency,
            @Nullable Long price,
            @Nullable String reason,
            @Nullable String reasonDe,
            @Nullable String by,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt) {}

    @GetMapping
    List<PricePlan> list(@RequestParam @Nullable String sku, @RequestParam @Nullable Integer limit) {
        return plans.of(sku, Page.limit(limit));
    }

    @PostMapping
    PricePlan plan(@RequestBody Draft draft) {
        return switch (planning.plan(checked(draft))) {
            case Answer.Planned planned -> planned.plan();
            case Answer.Refused refused -> throw new ShopProblem(HttpStatus.CONFLICT, "not-planned", refused.why());
            case Answer.Used used -> throw used(used);
            case Answer.Unknown ignored -> throw ShopProblem.notFound("variant");
        };
    }

    @DeleteMapping("/{id}")
    PricePlan cancel(@PathVariable UUID id) {
        return planning.cancel(id).orElseThrow(() -> ShopProblem.notFound("planned price"));
    }

    private PricePlan checked(Draft draft) {
        if (draft.sku() == null) {
            throw ShopProblem.needed("sku");
        }
        long price = price(draft.price());
        Instant now = clock.instant();
        Instant starts = draft.startsAt() == null ? now : draft.startsAt();
        Instant ends = draft.endsAt();
        if (ends != null && !ends.isAfter(starts)) {
            throw ShopProblem.invalid("endsAt", "After it begins.");
        }
        return new PricePlan(
                draft.id() == null ? UUID.randomUUID() : draft.id(),
                draft.sku(),
                draft.currency() == null ? Money.BASE : draft.currency(),
                price,
                words("reason", draft.reason()),
                words("reasonDe", draft.reasonDe()),
                words("by", draft.by()),
                starts,
                ends,
                PricePlan.State.PLANNED,
                null,
                false,
                now);
    }

    static ShopProblem used(Answer.Used used) {
        PricePlan plan = used.plan();
        return new ShopProblem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "key-used",
                "This key or id stands for another price already: of " + plan.sku() + " at " + plan.price()
                        + " in minor units.");
    }

    static long price(@Nullable Long price) {
        if (price == null || price < 1 || price > HIGHEST) {
            throw ShopProblem.invalid("price", "Minor units, above 0 and at most " + HIGHEST + ".");
        }
        return price;
    }

    static String words(String field, @Nullable String text) {
        String words = text == null ? "" : text.strip();
        if (words.length() > LONGEST) {
            throw ShopProblem.invalid(field, "At most " + LONGEST + " characters.");
        }
        return words;
    }
}
