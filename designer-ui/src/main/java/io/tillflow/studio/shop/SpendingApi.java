package io.tillflow.studio.shop;

import static java.util.Objects.requireNonNullElse;

import io.tillflow.studio.security.Role;
import io.tillflow.studio.shop.Spending.Wish;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What to order within a budget, for programs. */
@RestController
@RequestMapping("/api/v1/shop/replenishment")
@RolesAllowed(Role.Is.MERCHANT)
class SpendingApi {
    private final SpendingDesk desk;

    SpendingApi(SpendingDesk desk) {
        this.desk = desk;
    }

    /** What is not said is as on the page; the budget in minor units. */
    record Asked(
            @Nullable Long budget,
            @Nullable Integer leadDays,
            @Nullable Integer every,
            @Nullable Integer costShare,
            @Nullable Integer holding) {
        Wish wish() {
            return new Wish(
                    requireNonNullElse(budget, Wish.USUAL.budget()),
                    requireNonNullElse(leadDays, Wish.USUAL.leadDays()),
                    requireNonNullElse(every, Wish.USUAL.every()),
                    requireNonNullElse(costShare, Wish.USUAL.costShare()),
                    requireNonNullElse(holding, Wish.USUAL.holding()));
        }
    }

    @GetMapping
    Spending spending(Asked asked) {
        return desk.spending(asked.wish());
    }
}
