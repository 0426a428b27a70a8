package io.tillflow.launcher.demo.robots;

import io.tillflow.launcher.demo.plan.Intent;
import io.tillflow.launcher.demo.proof.OrderFact;
import io.tillflow.launcher.demo.suite.Merchant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Books in what orders wait for. */
public final class Storekeeper implements Robot {
    private final Merchant merchant;
    private final Intents intents;
    private final String runTag;
    private final Set<String> done = new HashSet<>();

    public Storekeeper(Merchant merchant, Intents intents, String runTag) {
        this.merchant = merchant;
        this.intents = intents;
        this.runTag = runTag;
    }

    @Override
    public void act(List<OrderFact> orders) {
        for (OrderFact order : orders) {
            boolean wanted = intents.of(order)
                    .filter(intent -> intent != Intent.CANCELS_WHILE_SHORT)
                    .isPresent();
            if (order.state().equals("AWAITING_STOCK") && wanted && !done.contains(order.number())) {
                order.units()
                        .forEach((sku, units) ->
                                merchant.receive(sku, units, "demo-%s-%s-%s".formatted(runTag, order.number(), sku)));
                done.add(order.number());
            }
        }
    }
}
