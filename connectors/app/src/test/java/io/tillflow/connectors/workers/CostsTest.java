package io.tillflow.connectors.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.response.ActivatedJob;
import io.tillflow.connectors.automations.Cost;
import io.tillflow.connectors.commerce.ConnectedShops;
import io.tillflow.connectors.commerce.ForeignShop;
import io.tillflow.connectors.commerce.NotOffered;
import io.tillflow.connectors.commerce.OrderFacts;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.processes.JobType;
import io.tillflow.processes.OfferedJobType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What cancelling an order of a connected shop counts for. */
class CostsTest {
    private final Costs costs = new Costs(
            Ports.of(Payments.class, Map.of()),
            new ConnectedShops(
                    Map.of("shopify", Ports.of(ForeignShop.class, Map.of("left", new Money(11_990, "EUR")))), () -> {}),
            Ports.of(Shop.class, Map.of("facts", kronor())));

    /** An order of our own shop, which counts in EUR. */
    private static OrderFacts kronor() {
        return new OrderFacts(
                "7f3",
                "UM-1",
                "mara@example.org",
                null,
                "SEK",
                "en",
                115_000,
                10_000L,
                "EUR",
                0,
                1400,
                false,
                "/orders/1",
                new OrderFacts.Place("Mara Lindqvist", "Vasagatan 1", "", "111 20", "Stockholm", "SE"),
                List.of(),
                null,
                null,
                null,
                null);
    }

    @Test
    void whatGoesBackInAnotherCurrencyCountsInTheOneTheShopCountsIn() {
        ActivatedJob job = refund(57_500, "SEK");
        Cost cost = costs.of(job).orElseThrow();
        assertThat(cost).as("what is refunded").isEqualTo(Cost.money(57_500, "SEK"));
        assertThat(costs.counted(job, cost)).isEqualTo(Cost.money(5_000, "EUR"));
        ActivatedJob foreign = cancel("shopify-5512", true);
        assertThat(costs.counted(foreign, costs.of(foreign).orElseThrow())).isEqualTo(Cost.money(11_990, "EUR"));
    }

    @Test
    void inTheCurrencyItCountsInTheShopIsNotAsked() {
        Costs alone = with(Ports.of(Shop.class, Map.of()));
        ActivatedJob job = refund(5_000, "EUR");
        assertThat(alone.counted(job, alone.of(job).orElseThrow())).isEqualTo(Cost.money(5_000, "EUR"));
    }

    @Test
    void anOrderThatTheShopDoesNotKnowCountsAsItIs() {
        Costs strange = with(Ports.of(
                Shop.class,
                "facts",
                () -> new IllegalStateException("expected the shop to accept facts of order 7f3, but it said 404")));
        ActivatedJob job = refund(57_500, "SEK");
        assertThat(strange.counted(job, strange.of(job).orElseThrow())).isEqualTo(Cost.money(57_500, "SEK"));
    }

    @Test
    void whileTheShopDoesNotAnswerNothingIsCounted() {
        Costs silent = with(Ports.of(Shop.class, "facts", () -> new ProviderUnavailable("no answer", Duration.ZERO)));
        ActivatedJob job = refund(57_500, "SEK");
        Cost cost = silent.of(job).orElseThrow();
        assertThatThrownBy(() -> silent.counted(job, cost)).isInstanceOf(ProviderUnavailable.class);
    }

    private static Costs with(Shop shop) {
        return new Costs(Ports.of(Payments.class, Map.of()), new ConnectedShops(Map.of(), () -> {}), shop);
    }

    private static ActivatedJob refund(long amount, String currency) {
        return Ports.of(
                ActivatedJob.class,
                Map.of(
                        "getType",
                        JobType.PAYMENTS_REFUND_PART,
                        "getVariablesAsMap",
                        Map.of("orderId", "7f3", "amount", amount, "currency", currency)));
    }

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
