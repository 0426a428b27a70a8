package io.tillflow.connectors.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.response.ActivatedJob;
import io.tillflow.connectors.automations.Cost;
import io.tillflow.connectors.commerce.ConnectedShops;
import io.tillflow.connectors.commerce.ForeignShop;
import io.tillflow.connectors.commerce.NotOffered;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.provider.Money;
import io.tillflow.processes.OfferedJobType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cancelling an order of a connected shop counts for. */
class CostsTest {
    private final Costs costs = new Costs(
            Ports.of(Payments.class, Map.of()),
            new ConnectedShops(
                    Map.of("shopify", Ports.of(ForeignShop.class, Map.of("left", new Money(11_990, "EUR")))),
                    () -> {}));

    private static ActivatedJob cancel(String orderId, boolean refund) {
        return Ports.of(
                ActivatedJob.class,
                Map.of(
                        "getType",
                        OfferedJobType.COMMERCE_CANCEL_ORDER,
                        "getVariablesAsMap",
                        Map.of("orderId", orderId, "refund", refund)));
    }

    @Test
    void cancellingWithTheMoneyBackCountsAsWhatDidNotGoBackBefore() {
        assertThat(costs.of(cancel("shopify-5512", true))).contains(Cost.money(11_990, "EUR"));
    }

    @Test
    void cancellingWithoutMoneyAndWhatWasMadeUpCostNothing() {
        assertThat(costs.of(cancel("shopify-5512", false))).isEmpty();
        assertThat(costs.of(cancel(StandIns.MADE_UP, true))).isEmpty();
    }

    @Test
    void anOrderOfOurOwnIsRefusedBeforeItCounts() {
        assertThatThrownBy(() -> costs.of(cancel("7f3", true))).isInstanceOf(NotOffered.class);
    }
}
