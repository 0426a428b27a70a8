package io.tillflow.launcher.demo.robots;

import io.tillflow.launcher.demo.proof.OrderFact;
import io.tillflow.launcher.demo.suite.Desk;
import io.tillflow.launcher.demo.suite.History;
import java.util.List;

/** Lets steps that failed too often try again, as an operator does once the trouble is over. */
public final class Mechanic implements Robot {
    private final Desk desk;
    private final History history;

    public Mechanic(Desk desk, History history) {
        this.desk = desk;
        this.history = history;
    }

    @Override
    public void act(List<OrderFact> orders) {
        List<String> open = orders.stream()
                .filter(order -> !order.finished())
                .map(OrderFact::number)
                .toList();
        history.withIncidents(open).forEach(desk::retry);
    }
}
