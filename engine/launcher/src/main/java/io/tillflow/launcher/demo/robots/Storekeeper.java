package io.tillflow.launcher.demo.robots;

import io.tillflow.launcher.demo.plan.Intent;
import io.tillflow.launcher.demo.proof.OrderFact;
import io.tillflow.launcher.demo.proof.StockFact;
import io.tillflow.launcher.demo.suite.Merchant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Books in what orders wait for, and what those before them in the line wait for. */
public final class Storekeeper implements Robot {
    /** An order that still waits after so many looks stands behind others: then more has to come. */
    private static final int LOOKS = 10;

    private final Merchant merchant;
    private final Intents intents;
    private final String runTag;
    private final Map<String, Integer> looks = new HashMap<>();

    public Storekeeper(Merchant merchant, Intents intents, String runTag) {
        this.merchant = merchant;
        this.intents = intents;
        this.runTag = runTag;
    }

    @Override
    public void act(List<OrderFact> orders) {
        Set<String> wanted = orders.stream()
                .filter(this::waits)
                .flatMap(order -> order.units().keySet().stream())
                .filter(sku -> looks.merge(sku, 1, Integer::sum) % LOOKS == 1)
                .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return;
        }
        for (StockFact stock : merchant.stock()) {
            if (wanted.contains(stock.sku())) {
                int promised = stock.held() + stock.reserved() + stock.allocated();
                merchant.receive(
                        stock.sku(),
                        Math.max(1, promised - stock.onHand()),
                        "demo-%s-%s-%d".formatted(runTag, stock.sku(), looks.get(stock.sku())));
            }
        }
    }

    private boolean waits(OrderFact order) {
        return order.state().equals("AWAITING_STOCK")
                && intents.of(order)
                        .filter(intent -> intent != Intent.CANCELS_WHILE_SHORT)
                        .isPresent();
    }
}
