package io.tillflow.launcher.demo.robots;

import io.tillflow.launcher.demo.plan.Intent;
import io.tillflow.launcher.demo.proof.OrderFact;
import io.tillflow.launcher.demo.proof.ShipmentFact;
import io.tillflow.launcher.demo.suite.Providers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings parcels to their doors, or loses them as planned. */
public final class Carrier implements Robot {
    private final Providers providers;
    private final Intents intents;
    private final Set<String> done = new HashSet<>();

    public Carrier(Providers providers, Intents intents) {
        this.providers = providers;
        this.intents = intents;
    }

    @Override
    public void act(List<OrderFact> orders) {
        Map<String, OrderFact> underWay = orders.stream()
                .filter(order -> order.state().equals("SHIPPED") && !done.contains(order.id()))
                .collect(Collectors.toMap(OrderFact::id, order -> order));
        if (underWay.isEmpty()) {
            return;
        }
        for (ShipmentFact parcel : providers.shipments()) {
            Optional.ofNullable(underWay.get(parcel.order()))
                    .flatMap(intents::of)
                    .ifPresent(intent -> {
                        providers.shipmentEvent(parcel.id(), intent == Intent.PARCEL_LOST ? "lost" : "delivered");
                        done.add(parcel.order());
                    });
        }
    }
}
