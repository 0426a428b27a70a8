package io.tillflow.launcher.demo;

import io.tillflow.launcher.demo.plan.Outcome;
import io.tillflow.launcher.demo.proof.Facts;
import io.tillflow.launcher.demo.proof.InstanceFact;
import io.tillflow.launcher.demo.proof.OrderFact;
import io.tillflow.launcher.demo.proof.PaymentFact;
import io.tillflow.launcher.demo.proof.StepFact;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads from the books alone what became of an order; it knows no plan. */
final class OutcomeOf {
    private final Map<String, List<InstanceFact>> instances;
    private final Set<String> declined = new HashSet<>();

    OutcomeOf(Facts facts) {
        this.instances = facts.instancesByOrder();
        facts.payments().stream()
                .filter(payment -> "DECLINED".equals(payment.status()))
                .map(PaymentFact::order)
                .forEach(declined::add);
    }

    Outcome tell(OrderFact order) {
        Set<String> passed = instances.getOrDefault(order.number(), List.of()).stream()
                .flatMap(instance -> instance.steps().stream())
                .filter(StepFact::completed)
                .map(StepFact::element)
                .collect(Collectors.toSet());
        if (order.completed()) {
            return completed(order, passed);
        }
        return order.cancelled() ? cancelled(passed) : waiting(order);
    }

    private Outcome completed(OrderFact order, Set<String> passed) {
        if (!passed.contains("order-completed")) {
            return Outcome.ENDED_OTHERWISE;
        }
        if (passed.contains("review-order")) {
            return Outcome.COMPLETED_AFTER_REVIEW;
        }
        if (passed.contains("stock-available")) {
            return Outcome.COMPLETED_AFTER_RESTOCK;
        }
        return declined.contains(order.id()) ? Outcome.COMPLETED_AFTER_DECLINE : Outcome.COMPLETED;
    }

    private static Outcome cancelled(Set<String> passed) {
        if (passed.contains("order-refunded")) {
            return Outcome.LOST_AND_REFUNDED;
        }
        if (!passed.contains("order-cancelled")) {
            return Outcome.ENDED_OTHERWISE;
        }
        if (passed.contains("cancelled-by-shopper") || passed.contains("cancelled-before-lock")) {
            return Outcome.CANCELLED_BY_SHOPPER;
        }
        if (passed.contains("order-refused")) {
            return passed.contains("review-order") ? Outcome.REFUSED_BY_REVIEW : Outcome.REFUSED_OTHERWISE;
        }
        if (passed.contains("order-unpaid")) {
            return Outcome.CANCELLED_UNPAID;
        }
        return passed.contains("order-unstocked") ? Outcome.CANCELLED_WITHOUT_STOCK : Outcome.ENDED_OTHERWISE;
    }

    private static Outcome waiting(OrderFact order) {
        return switch (order.state()) {
            case "SHIPPED" -> Outcome.WAITING_FOR_DELIVERY;
            case "AWAITING_STOCK" -> Outcome.WAITING_FOR_RESTOCK;
            case "IN_REVIEW" -> Outcome.WAITING_FOR_REVIEW;
            default -> Outcome.WAITING_OTHERWISE;
        };
    }
}
