package io.tillflow.studio.shop;

import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Prices and promotions for programs. */
@RestController
@RequestMapping("/api/v1/shop")
@RolesAllowed(Role.Is.MERCHANT)
class PricesApi {
    private final PriceDesk desk;

    PricesApi(PriceDesk desk) {
        this.desk = desk;
    }

    /**
     * @param price in minor units
     * @param currency null for the shop's own
     * @param reasonDe the reason in German; null where it is the same
     */
    record Price(
            long price,
            @Nullable String currency,
            @Nullable String reason,
            @Nullable String reasonDe) {}

    @GetMapping("/prices/{sku}")
    Pricing pricing(@PathVariable String sku) {
        return desk.pricing(sku);
    }

    @PutMapping("/prices/{sku}")
    Pricing change(@PathVariable String sku, @RequestBody Price price) {
        desk.change(
                sku,
                new PriceDesk.Wanted(price.price(), price.currency(), price.reason(), price.reasonDe(), null, null));
        return desk.pricing(sku);
    }

    /** In another currency it is the shop's own price times the rate again. */
    @DeleteMapping("/prices/{sku}/{currency}")
    Pricing follow(@PathVariable String sku, @PathVariable String currency) {
        desk.follow(sku, currency);
        return desk.pricing(sku);
    }

    /** An Idempotency-Key, a UUID, makes a repetition plan it once. */
    @PostMapping("/prices/{sku}/plans")
    Pricing plan(
            @PathVariable String sku,
            @RequestBody PriceDesk.Wanted wanted,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        desk.plan(key == null ? UUID.randomUUID() : key, sku, wanted);
        return desk.pricing(sku);
    }

    @DeleteMapping("/prices/{sku}/plans/{id}")
    Pricing cancel(@PathVariable String sku, @PathVariable UUID id) {
        desk.pricing(sku).plans().stream()
                .filter(plan -> plan.id().equals(id.toString()))
                .findFirst()
                .ifPresent(desk::cancel);
        return desk.pricing(sku);
    }

    @GetMapping("/promotions")
    List<Promotion> promotions() {
        return desk.promotions();
    }

    @PutMapping("/promotions/{id}")
    List<Promotion> save(@PathVariable String id, @RequestBody Map<String, Object> draft) {
        desk.save(id, draft);
        return desk.promotions();
    }
}
