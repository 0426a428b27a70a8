package io.tillflow.launcher.demo.robots;

import io.tillflow.launcher.demo.plan.Intent;
import io.tillflow.launcher.demo.proof.OrderFact;
import io.tillflow.launcher.demo.suite.Desk;
import io.tillflow.launcher.demo.suite.Desk.Task;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Works through the tasks that wait for a person: reviews orders, settles lost parcels and payments as planned. */
public final class Clerk implements Robot {
    private final Desk desk;
    private final Intents intents;
    private final Set<String> done = new HashSet<>();

    public Clerk(Desk desk, Intents intents) {
        this.desk = desk;
        this.intents = intents;
    }

    @Override
    public void act(List<OrderFact> orders) {
        Map<String, OrderFact> open = orders.stream()
                .filter(order -> !order.finished())
                .collect(Collectors.toMap(OrderFact::number, order -> order, (a, b) -> a));
        for (Task task : desk.open()) {
            Optional.ofNullable(open.get(task.order()))
                    .filter(order -> !done.contains(task.key()))
                    .flatMap(intents::of)
                    .flatMap(intent -> decision(task, intent))
                    .ifPresent(outcome -> {
                        desk.complete(task, Map.of("outcome", outcome, "note", "decided by the demo's robot"));
                        done.add(task.key());
                    });
        }
    }

    /** Nothing for a task that this robot has never heard of: it stays for a person. */
    private static Optional<String> decision(Task task, Intent intent) {
        return switch (task.element()) {
            case "review-order" -> Optional.of(intent == Intent.REVIEW_REJECTS ? "reject" : "approve");
            case "resolve-delivery" -> Optional.of(intent == Intent.PARCEL_LOST ? "refund" : "delivered");
            case "collect-payment" -> Optional.of("retry");
            default -> Optional.empty();
        };
    }
}
