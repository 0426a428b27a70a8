package io.tillflow.launcher.demo;

import io.tillflow.launcher.demo.plan.Plan;
import io.tillflow.launcher.demo.proof.StockFact;
import io.tillflow.launcher.demo.suite.Merchant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sees to it before the doors open that there is as much as the plan needs, and no more where it shall not be enough. */
final class Shelves {
    private static final int SPARE = 5;

    private final Merchant merchant;
    private final String runTag;
    private final Map<String, Integer> onHandBefore = new TreeMap<>();

    Shelves(Merchant merchant, String runTag) {
        this.merchant = merchant;
        this.runTag = runTag;
    }

    /** Enough of everything that the plan buys. */
    void fill(Plan plan) {
        fill(plan, -1);
    }

    /** @param exactly how many of each there shall be to sell; negative for enough */
    void fill(Plan plan, int exactly) {
        Map<String, StockFact> stock =
                merchant.stock().stream().collect(Collectors.toMap(StockFact::sku, fact -> fact));
        plan.demand().forEach((sku, demand) -> {
            StockFact now = stock.getOrDefault(sku, new StockFact(sku, 0, 0, 0, 0));
            onHandBefore.put(sku, now.onHand());
            int promised = now.held() + now.reserved() + now.allocated();
            String key = "demo-%s-fill-%s".formatted(runTag, sku);
            if (exactly >= 0) {
                merchant.count(sku, promised + exactly, "demo: exactly " + exactly + " to sell", key);
            } else if (now.onHand() - promised < demand + SPARE) {
                merchant.receive(sku, demand + SPARE - (now.onHand() - promised), key);
            }
        });
    }

    /** Puts back what was counted away, so that the shop has as much to sell as before. */
    void putBack(Plan plan) {
        plan.orders().stream()
                .filter(order -> order.intent().shortOfStock())
                .map(order -> order.basket().getFirst().article().sku())
                .forEach(sku -> merchant.receive(
                        sku, Math.max(1, onHandBefore.getOrDefault(sku, 1)), "demo-%s-back-%s".formatted(runTag, sku)));
    }
}
