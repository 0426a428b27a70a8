package io.tillflow.studio.shop;

import io.tillflow.models.demand.Replenishment;
import io.tillflow.models.demand.Replenishment.Lot;
import io.tillflow.models.demand.Replenishment.Outlook;
import io.tillflow.models.demand.Replenishment.Terms;
import io.tillflow.studio.connectors.Wire;
import io.tillflow.studio.security.Role;
import io.tillflow.studio.shop.Demand.Expected;
import io.tillflow.studio.shop.Demand.Reorder;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.stereotype.Service;

/** What is foretold of a variant, and when it should be ordered again. */
@Service
@RolesAllowed(Role.Is.MERCHANT)
public class DemandDesk {
    private static final double DAYS_A_YEAR = 365;
    private static final Lot ANY = new Lot(1, Integer.MAX_VALUE, 1);

    private final Wire wire;

    DemandDesk(Wire wire) {
        this.wire = wire;
    }

    /** @param price of one, minor units */
    Demand demand(String sku, long price, Supply supply) {
        Demand demand = wire.get(
                "/registry/demand/forecasts/" + ShopBook.encoded(sku) + "?days=" + supply.leadDays(), Demand.class);
        Expected expected = demand.expected();
        return expected == null ? demand : demand.with(reorder(expected, price, supply));
    }

    static Reorder reorder(Expected expected, long price, Supply supply) {
        double deviation = expected.deviation() / Math.sqrt(expected.days());
        Replenishment wanted = Replenishment.of(
                new Outlook(expected.units() / expected.days(), deviation),
                new Terms(
                        supply.leadDays(),
                        supply.leadSpread(),
                        supply.service() / 100.0,
                        supply.orderCost(),
                        Math.max(1, price) * supply.holding() / 100.0 / DAYS_A_YEAR),
                ANY);
        return new Reorder(wanted.reorderPoint(), wanted.quantity());
    }
}
