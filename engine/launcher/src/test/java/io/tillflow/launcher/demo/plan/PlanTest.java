package io.tillflow.launcher.demo.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void theSameSeedDrawsTheSamePlanWhateverTheOrderOfTheCatalogue() {
        List<Article> shuffled = new ArrayList<>(catalogue());
        Collections.reverse(shuffled);

        Plan plan = Plan.drawn(scope(200, 7), catalogue(), "a");

        assertThat(Plan.drawn(scope(200, 7), shuffled, "a")).isEqualTo(plan);
        assertThat(Plan.drawn(scope(200, 8), catalogue(), "a").orders()).isNotEqualTo(plan.orders());
    }

    @Test
    void twoRunsOfOneSeedShareNoShopper() {
        Set<String> first = new HashSet<>(emails(Plan.drawn(scope(200, 7), catalogue(), "a")));

        assertThat(first).hasSize(200);
        assertThat(emails(Plan.drawn(scope(200, 7), catalogue(), "b"))).noneMatch(first::contains);
    }

    @Test
    void everyIntentIsPresentFromTwentyOrdersOn() {
        assertThat(intents(Plan.drawn(scope(20, 1), catalogue(), "a"))).contains(Intent.values());
        assertThat(intents(Plan.drawn(scope(200, 7), catalogue(), "a")))
                .contains(Intent.values())
                .filteredOn(intent -> intent == Intent.DECLINED_THEN_PAYS)
                .hasSize(14);
    }

    @Test
    void ordersComeAtTheRateThatWasAskedFor() {
        Plan plan = Plan.drawn(scope(11, 7), catalogue(), "a");

        assertThat(plan.orders().getFirst().at()).isZero();
        assertThat(plan.orders().getLast().at()).hasSeconds(2);
    }

    @Test
    void noOrderIsRiskyByItsWorth() {
        assertThat(Plan.drawn(scope(500, 3), catalogue(), "a").orders())
                .allMatch(order -> order.worth() > 0 && order.worth() <= Basketry.CALM_WORTH);
    }

    @Test
    void anOrderThatRunsShortSharesItsArticleWithNobody() {
        Plan plan = Plan.drawn(scope(500, 3), catalogue(), "a");

        List<PlannedOrder> shortOnes = plan.orders().stream()
                .filter(order -> order.intent().shortOfStock())
                .toList();

        assertThat(shortOnes).isNotEmpty().allSatisfy(order -> {
            String sku = order.basket().getFirst().article().sku();
            assertThat(plan.orders()).filteredOn(other -> buys(other, sku)).containsExactly(order);
        });
    }

    @Test
    void aContestedRunSellsOneArticleToEverybody() {
        Plan plan = Plan.contested(scope(40, 7), catalogue(), "a");

        assertThat(plan.demand()).hasSize(1).containsValue(40);
    }

    @Test
    void aRunWithoutOrdersOrRateOrStockIsRefused() {
        assertThatThrownBy(() -> scope(0, 7)).hasMessageContaining("at least 1 order");
        assertThatThrownBy(() -> new Scope(1, 0, 7)).hasMessageContaining("rate above 0");
        assertThatThrownBy(() -> Plan.drawn(scope(1, 7), List.of(), "a")).hasMessageContaining("in stock");
    }

    private static boolean buys(PlannedOrder order, String sku) {
        return order.basket().stream().anyMatch(wish -> wish.article().sku().equals(sku));
    }

    private static List<Intent> intents(Plan plan) {
        return plan.orders().stream().map(PlannedOrder::intent).toList();
    }

    private static List<String> emails(Plan plan) {
        return plan.orders().stream().map(order -> order.persona().email()).toList();
    }

    private static Scope scope(int orders, long seed) {
        return new Scope(orders, 5, seed);
    }

    private static List<Article> catalogue() {
        return IntStream.range(0, 300)
                .mapToObj(n -> new Article(
                        "SKU-%03d".formatted(n), "thing-" + n, "category-" + n % 12, 9_00 + n * 190L, "EUR", 20))
                .toList();
    }
}
