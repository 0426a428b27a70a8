package io.tillflow.studio.shop;

import io.tillflow.models.demand.Budget;
import io.tillflow.models.demand.Budget.Candidate;
import io.tillflow.models.demand.Budget.Order;
import io.tillflow.models.demand.Budget.Plan;
import io.tillflow.studio.connectors.Wire;
import io.tillflow.studio.security.Role;
import io.tillflow.studio.shop.Spending.Line;
import io.tillflow.studio.shop.Spending.Need;
import io.tillflow.studio.shop.Spending.Wish;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Spends a budget on what is expected to be asked for. */
@Service
@RolesAllowed(Role.Is.MERCHANT)
public class SpendingDesk {
    private static final double DAYS_A_YEAR = 365;

    private final Wire wire;

    SpendingDesk(Wire wire) {
        this.wire = wire;
    }

    private record Needs(List<Need> items) {}

    Spending spending(Wish wish) {
        List<Need> needs = wire.get("/registry/demand/needs?days=" + wish.days(), Needs.class)
                .items();
        return spending(needs, wish);
    }

    static Spending spending(List<Need> needs, Wish wish) {
        Map<String, Need> known = new LinkedHashMap<>();
        needs.forEach(need -> known.put(need.sku(), need));
        Plan plan = Budget.of(
                known.values().stream().map(need -> candidate(need, wish)).toList(), wish.budget());
        List<Line> lines = plan.orders().stream()
                .map(order -> line(Objects.requireNonNull(known.get(order.id())), order, wish))
                .toList();
        return new Spending(
                wish.budget(), wish.days(), plan.cost(), plan.left(), Math.round(plan.worth()), known.size(), lines);
    }

    private static Candidate candidate(Need need, Wish wish) {
        long cost = cost(need, wish);
        return new Candidate(
                need.sku(),
                need.expected().units(),
                need.expected().deviation(),
                Math.max(0, need.available() + need.awaited()),
                cost,
                Math.max(0, need.price() - cost),
                need.price() * wish.holding() / 100.0 * wish.days() / DAYS_A_YEAR,
                Math.max(1, need.pack()),
                Integer.MAX_VALUE);
    }

    private static long cost(Need need, Wish wish) {
        Long last = need.cost();
        return last == null ? Math.max(1, Math.round(need.price() * wish.costShare() / 100.0)) : last;
    }

    private static Line line(Need need, Order order, Wish wish) {
        return new Line(
                need.sku(),
                need.name(),
                need.variant(),
                need.available() + need.awaited(),
                need.expected(),
                order.quantity(),
                cost(need, wish),
                need.cost() == null,
                order.cost(),
                Math.round(order.worth()));
    }
}
