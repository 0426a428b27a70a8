package io.tillflow.launcher.demo.proof;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The shop's orders against what shoppers were told and against history's instances. */
final class OrderRules {
    private OrderRules() {}

    static void check(Facts facts, Told told, Consumer<Violation> found) {
        Map<String, List<OrderFact>> orders = Facts.grouped(facts.orders(), OrderFact::number);
        for (String number : told.accepted()) {
            if (!orders.containsKey(number)) {
                found.accept(
                        new Violation(Rule.ORDER_IS_IN_THE_SHOP, number, "accepted, but the shop does not have it"));
            }
        }
        Facts.grouped(facts.orders(), OrderFact::email).forEach((email, own) -> {
            if (own.size() > 1 && told.orderedOnce().contains(email)) {
                found.accept(new Violation(
                        Rule.ORDER_WAS_PLACED_ONCE,
                        own.getLast().number(),
                        "one shopper, one order, but the shop has "
                                + own.stream().map(OrderFact::number).toList()));
            }
        });
        Map<String, List<InstanceFact>> instances = facts.instancesByOrder();
        facts.orders().stream()
                .filter(order -> instances.containsKey(order.number())
                        || !facts.setAside().contains(order.id()))
                .forEach(order -> checkInstances(order, instances.getOrDefault(order.number(), List.of()), found));
        for (InstanceFact instance : facts.instances()) {
            if (!orders.containsKey(instance.order())) {
                found.accept(new Violation(
                        Rule.INSTANCE_HAS_AN_ORDER,
                        Long.toString(instance.key()),
                        "runs for order \"" + instance.order() + "\", which the shop does not have"));
            }
        }
    }

    private static void checkInstances(OrderFact order, List<InstanceFact> instances, Consumer<Violation> found) {
        if (instances.isEmpty()) {
            found.accept(new Violation(
                    Rule.ORDER_HAS_AN_INSTANCE,
                    order.number(),
                    "no process instance in history; the shop says " + order.state()));
            return;
        }
        if (instances.size() > 1) {
            found.accept(new Violation(
                    Rule.ORDER_HAS_ONE_INSTANCE,
                    order.number(),
                    "instances " + instances.stream().map(InstanceFact::key).toList()));
        }
        boolean anyActive = instances.stream().anyMatch(InstanceFact::active);
        if (!anyActive && !order.finished()) {
            found.accept(new Violation(
                    Rule.INSTANCE_ENDS_WITH_ITS_ORDER,
                    order.number(),
                    "the process has ended, but the shop says " + order.state()));
        }
    }
}
