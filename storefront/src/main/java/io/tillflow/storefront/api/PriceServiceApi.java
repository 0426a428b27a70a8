package io.tillflow.storefront.api;

import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.prices.PlanPrices;
import io.tillflow.storefront.prices.PlanPrices.Answer;
import io.tillflow.storefront.prices.PricePlan;
import io.tillflow.storefront.prices.PricePlans;
import io.tillflow.storefront.prices.Prices;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a process reads and sets of prices, in the shop's own currency. */
@RestController
@RequestMapping("/api/v1/service/prices/{sku}")
class PriceServiceApi {
    private static final String AUTHOR = "automation";
    private static final int LONGEST_DAYS = 366;

    private final Prices prices;
    private final PricePlans plans;
    private final PlanPrices planning;
    private final Clock clock;

    PriceServiceApi(Prices prices, PricePlans plans, PlanPrices planning, Clock clock) {
        this.prices = prices;
        this.plans = plans;
        this.planning = planning;
        this.clock = clock;
    }

    /** @param lowest of the last 30 days, today's among them */
    record Now(
            long price,
            String currency,
            long lowest,
            @Nullable Instant until) {}

    /** @param reasonDe the reason in German; empty where it is the same */
    record Wanted(
            @Nullable Long price,
            @Nullable Integer days,
            @Nullable String reason,
            @Nullable String reasonDe) {}

    @GetMapping
    Now now(@PathVariable String sku) {
        Prices.Listed listed = prices.listed(sku).stream()
                .filter(it -> it.currency().equals(Money.BASE))
                .findFirst()
                .orElseThrow(() -> ShopProblem.notFound("variant"));
        return new Now(
                listed.price(),
                Money.BASE,
                prices.lowest(sku).orElse(listed.price()),
                plans.running(sku).map(PricePlan::endsAt).orElse(null));
    }

    /** Holds at once; repeated with its key it is the same price. */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(
            @PathVariable String sku,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody Wanted wanted) {
        if (key == null || key.isBlank()) {
            throw new ShopProblem(HttpStatus.BAD_REQUEST, "key-needed", "A price needs an Idempotency-Key.");
        }
        UUID id = UUID.nameUUIDFromBytes(("price:" + key).getBytes(StandardCharsets.UTF_8));
        Instant now = clock.instant();
        PricePlan plan = new PricePlan(
                id,
                sku,
                Money.BASE,
                PricePlanApi.price(wanted.price()),
                PricePlanApi.words("reason", wanted.reason()),
                PricePlanApi.words("reasonDe", wanted.reasonDe()),
                AUTHOR,
                now,
                ends(now, wanted.days()),
                PricePlan.State.PLANNED,
                null,
                false,
                now);
        switch (planning.plan(plan)) {
            case Answer.Planned ignored -> {}
            case Answer.Refused refused -> throw new ShopProblem(HttpStatus.CONFLICT, "not-planned", refused.why());
            case Answer.Used used -> throw PricePlanApi.used(used);
            case Answer.Unknown ignored -> throw ShopProblem.notFound("variant");
        }
    }

    private static @Nullable Instant ends(Instant now, @Nullable Integer days) {
        if (days == null) {
            return null;
        }
        if (days < 1 || days > LONGEST_DAYS) {
            throw ShopProblem.invalid("days", "A number from 1 to " + LONGEST_DAYS + ".");
        }
        return now.plus(Duration.ofDays(days));
    }
}
