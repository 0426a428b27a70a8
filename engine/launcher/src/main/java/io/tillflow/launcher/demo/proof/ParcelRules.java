package io.tillflow.launcher.demo.proof;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The shop's orders against the carriers' parcels. */
final class ParcelRules {
    private ParcelRules() {}

    static void check(Facts facts, Consumer<Violation> found) {
        Map<String, List<ShipmentFact>> parcels = Facts.grouped(facts.shipments(), ShipmentFact::order);
        for (OrderFact order : facts.orders()) {
            List<ShipmentFact> own = parcels.getOrDefault(order.id(), List.of());
            if (own.isEmpty() && order.reached(OrderFact.SHIPPED)) {
                found.accept(new Violation(
                        Rule.SHIPPED_ORDER_HAS_A_PARCEL,
                        order.number(),
                        "is " + order.state() + ", but no carrier has it"));
            }
            if (own.size() > 1) {
                found.accept(new Violation(
                        Rule.ORDER_HAS_ONE_PARCEL,
                        order.number(),
                        "parcels "
                                + own.stream().map(ShipmentFact::trackingNumber).toList()));
            }
        }
        Map<String, OrderFact> orders =
                facts.orders().stream().collect(Collectors.toMap(OrderFact::id, order -> order, (a, b) -> a));
        Set<String> returns = facts.returns().stream().map(ReturnFact::id).collect(Collectors.toSet());
        for (ShipmentFact parcel : facts.shipments()) {
            if (!orders.containsKey(parcel.order()) && !returns.contains(parcel.order())) {
                found.accept(new Violation(
                        Rule.PARCEL_HAS_AN_ORDER,
                        parcel.id(),
                        "sent for order \"" + parcel.order() + "\", which the shop does not have"));
            }
        }
    }
}
