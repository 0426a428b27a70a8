package io.tillflow.launcher.demo.robots;

import io.tillflow.launcher.demo.plan.Intent;
import io.tillflow.launcher.demo.plan.Plan;
import io.tillflow.launcher.demo.plan.PlannedOrder;
import io.tillflow.launcher.demo.proof.OrderFact;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which plan an order of the shop comes from: no two orders of any run share an e-mail address. */
public final class Intents {
    private final Map<String, Intent> byEmail;

    private final Instant since;

    /** @param since when the run began, by the shop's clock or earlier */
    public Intents(Plan plan, Instant since) {
        this.since = since;
        this.byEmail = plan.orders().stream()
                .collect(Collectors.toMap(order -> order.persona().email(), PlannedOrder::intent));
    }

    /** Empty for an order of somebody else. */
    public Optional<Intent> of(OrderFact order) {
        return Optional.ofNullable(byEmail.get(order.email()));
    }

    public Instant since() {
        return since;
    }

    public Set<String> emails() {
        return byEmail.keySet();
    }
}
