package io.tillflow.launcher.demo.proof;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The shop's orders against what the payment provider charged and gave back. */
final class MoneyRules {
    /** An order that is paid anew holds two for as long as the former one takes to be let go. */
    private static final Duration GRACE = Duration.ofMinutes(5);

    private MoneyRules() {}

    static void check(Facts facts, Consumer<Violation> found) {
        Map<String, OrderFact> orders =
                facts.orders().stream().collect(Collectors.toMap(OrderFact::id, Function.identity(), (a, b) -> a));
        Map<String, List<MoneyFact>> charges = Facts.grouped(facts.charges(), MoneyFact::order);
        Map<String, List<MoneyFact>> refunds = Facts.grouped(facts.refunds(), MoneyFact::order);
        Map<String, List<MoneyFact>> lost = Facts.grouped(facts.lostDisputes(), MoneyFact::order);
        Map<String, List<PaymentFact>> byOrder = Facts.grouped(facts.payments(), PaymentFact::order);
        orders.forEach((id, fact) -> checkOrder(
                fact,
                charges.getOrDefault(id, List.of()),
                new Gone(sum(refunds.getOrDefault(id, List.of())), sum(lost.getOrDefault(id, List.of()))),
                byOrder.getOrDefault(id, List.of()),
                found));
        charges.forEach((id, of) -> {
            if (!orders.containsKey(id)) {
                of.forEach(charge -> found.accept(new Violation(
                        Rule.CHARGE_HAS_AN_ORDER,
                        charge.id(),
                        "charged for order \"" + id + "\", which the shop does not have")));
            }
        });
    }

    /** Money of an order that the shop has no more: given back, and taken back by the shopper's bank. */
    private record Gone(long refunded, long lost) {}

    private static void checkOrder(
            OrderFact order,
            List<MoneyFact> charges,
            Gone gone,
            List<PaymentFact> payments,
            Consumer<Violation> found) {
        String number = order.number();
        if (charges.isEmpty() && order.reached(OrderFact.DELIVERED)) {
            found.accept(new Violation(Rule.DELIVERED_ORDER_IS_CHARGED, number, "delivered, but never charged"));
        }
        if (charges.size() > 1) {
            found.accept(new Violation(
                    Rule.ORDER_IS_CHARGED_ONCE,
                    number,
                    "charges " + charges.stream().map(MoneyFact::id).toList()));
        }
        charges.forEach(charge -> checkCharge(order, charge, found));
        long kept = sum(charges) - gone.refunded() - gone.lost();
        if (kept < 0) {
            found.accept(new Violation(
                    Rule.REFUNDS_STAY_WITHIN_THE_CHARGE,
                    number,
                    -kept + " more was given back, or lost in disputes, than was charged"));
        }
        if (order.cancelled() && kept != 0) {
            found.accept(new Violation(
                    Rule.CANCELLED_ORDER_COSTS_NOTHING, number, "cancelled, but " + kept + " of its money was kept"));
        }
        for (PaymentFact payment : payments) {
            if (order.finished() && payment.holdsMoney()) {
                found.accept(new Violation(
                        Rule.FINISHED_ORDER_HOLDS_NO_AUTHORISATION,
                        number,
                        "is %s, but payment %s still holds money".formatted(order.state(), payment.id())));
            }
        }
        checkHeld(order, payments, found);
    }

    private static void checkHeld(OrderFact order, List<PaymentFact> payments, Consumer<Violation> found) {
        List<String> held = payments.stream()
                .filter(payment -> payment.holdsMoney() && payment.held().compareTo(GRACE) > 0)
                .map(PaymentFact::id)
                .toList();
        if (held.size() > 1 && !order.finished()) {
            found.accept(new Violation(
                    Rule.ORDER_HOLDS_ONE_AUTHORISATION,
                    order.number(),
                    "payments %s hold money at the same time for more than %d minutes"
                            .formatted(held, GRACE.toMinutes())));
        }
    }

    private static void checkCharge(OrderFact order, MoneyFact charge, Consumer<Violation> found) {
        if (charge.amount() != order.total() || !charge.currency().equals(order.currency())) {
            found.accept(new Violation(
                    Rule.CHARGE_IS_THE_TOTAL,
                    order.number(),
                    "charged %d %s for an order of %d %s"
                            .formatted(charge.amount(), charge.currency(), order.total(), order.currency())));
        }
        if (order.payment() != null && !order.payment().equals(charge.payment())) {
            found.accept(new Violation(
                    Rule.CHARGE_IS_OF_THE_ORDERS_PAYMENT,
                    order.number(),
                    "charged by payment %s, but its own is %s".formatted(charge.payment(), order.payment())));
        }
    }

    static long sum(List<MoneyFact> money) {
        return money.stream().mapToLong(MoneyFact::amount).sum();
    }
}
