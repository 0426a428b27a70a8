package io.tillflow.models.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillflow.models.demand.Replenishment.Lot;
import io.tillflow.models.demand.Replenishment.Outlook;
import io.tillflow.models.demand.Replenishment.Terms;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplenishmentTest {
    private static final Lot ANY = new Lot(0, 1_000_000, 1);

    @Test
    void theReorderPointKeepsTheServiceLevelItPromises() {
        Replenishment order = Replenishment.of(new Outlook(20, 6), new Terms(4, 1, 0.95, 50, 0.5), ANY);
        Random random = new Random(2);
        int served = 0;
        for (int i = 0; i < 20_000; i++) {
            double lead = Math.max(0, 4 + random.nextGaussian());
            double demand = 20 * lead + 6 * Math.sqrt(lead) * random.nextGaussian();
            served += demand <= order.reorderPoint() ? 1 : 0;
        }

        assertThat(served / 20_000.0).isBetween(0.94, 0.965);
    }

    @Test
    void theQuantityIsWilsonsInWholePacksWithinItsBounds() {
        Outlook demand = new Outlook(100, 10);
        Terms terms = new Terms(1, 0, 0.9, 50, 1);

        assertThat(Replenishment.of(demand, terms, ANY).quantity()).isEqualTo(100);
        assertThat(Replenishment.of(demand, terms, new Lot(0, 1000, 12)).quantity())
                .isEqualTo(108);
        assertThat(Replenishment.of(demand, terms, new Lot(0, 100, 12)).quantity())
                .isEqualTo(96);
        assertThat(Replenishment.of(demand, terms, new Lot(200, 500, 1)).quantity())
                .isEqualTo(200);
        assertThat(Replenishment.of(demand, terms, new Lot(0, 5, 12)).quantity())
                .isZero();
    }

    @Test
    void whatNobodyAsksForIsNotOrdered() {
        assertThat(Replenishment.of(new Outlook(0, 0), new Terms(2, 0, 0.95, 5, 1), ANY))
                .isEqualTo(new Replenishment(0, 0));
        assertThatThrownBy(() -> new Outlook(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Terms(1, 0, 1, 5, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
