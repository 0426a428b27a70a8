package io.tillflow.studio.shop;

import static java.util.Objects.requireNonNullElse;

import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is foretold of variants, for programs. */
@RestController
@RequestMapping("/api/v1/shop/products/{sku}/demand")
@RolesAllowed(Role.Is.MERCHANT)
class DemandApi {
    private final DemandDesk desk;
    private final ShopBook book;

    DemandApi(DemandDesk desk, ShopBook book) {
        this.desk = desk;
        this.book = book;
    }

    /** What is not said is as on the product's page. */
    record Asked(
            @Nullable Integer leadDays,
            @Nullable Integer leadSpread,
            @Nullable Integer service,
            @Nullable Long orderCost,
            @Nullable Integer holding) {
        Supply supply() {
            return new Supply(
                    requireNonNullElse(leadDays, Supply.USUAL.leadDays()),
                    requireNonNullElse(leadSpread, Supply.USUAL.leadSpread()),
                    requireNonNullElse(service, Supply.USUAL.service()),
                    requireNonNullElse(orderCost, Supply.USUAL.orderCost()),
                    requireNonNullElse(holding, Supply.USUAL.holding()));
        }
    }

    @GetMapping
    Demand demand(@PathVariable String sku, Asked asked) {
        return desk.demand(sku, book.product(sku).row().price(), asked.supply());
    }
}
