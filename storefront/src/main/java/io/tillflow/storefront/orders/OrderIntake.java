package io.tillflow.storefront.orders;

import io.tillflow.storefront.outbox.EventType;
import io.tillflow.storefront.outbox.Outbox;
import io.tillflow.storefront.risk.OrderRisk;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a new order and tells the automation, in the caller's transaction. */
@Component
public class OrderIntake {
    private final Orders orders;
    private final OrderRisk risk;
    private final Outbox outbox;

    OrderIntake(Orders orders, OrderRisk risk, Outbox outbox) {
        this.orders = orders;
        this.risk = risk;
        this.outbox = outbox;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void accept(Order order) {
        orders.insert(order);
        outbox.publish(EventType.ORDER_PLACED, order.id(), PlacedEvent.of(order, risk.of(order.id())));
    }
}
