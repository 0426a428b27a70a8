package io.tillflow.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.launcher.demo.plan.Outcome;
import io.tillflow.launcher.demo.proof.Facts;
import io.tillflow.launcher.demo.proof.InstanceFact;
import io.tillflow.launcher.demo.proof.OrderFact;
import io.tillflow.launcher.demo.proof.PaymentFact;
import io.tillflow.launcher.demo.proof.StepFact;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeOfTest {
    private static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, order-completed, COMPLETED",
        "COMPLETED, stock-available order-completed, COMPLETED_AFTER_RESTOCK",
        "COMPLETED, review-order order-completed, COMPLETED_AFTER_REVIEW",
        "COMPLETED, send-confirmation, ENDED_OTHERWISE",
        "CANCELLED, cancelled-by-shopper order-cancelled, CANCELLED_BY_SHOPPER",
        "CANCELLED, cancelled-before-lock order-cancelled, CANCELLED_BY_SHOPPER",
        "CANCELLED, review-order order-refused order-cancelled, REFUSED_BY_REVIEW",
        "CANCELLED, order-refused order-cancelled, REFUSED_OTHERWISE",
        "CANCELLED, order-unpaid order-cancelled, CANCELLED_UNPAID",
        "CANCELLED, order-unstocked order-cancelled, CANCELLED_WITHOUT_STOCK",
        "CANCELLED, shipment-lost order-refunded, LOST_AND_REFUNDED",
        "CANCELLED, order-unpaid, ENDED_OTHERWISE",
        "SHIPPED, send-confirmation, WAITING_FOR_DELIVERY",
        "AWAITING_STOCK, stock-short, WAITING_FOR_RESTOCK",
        "IN_REVIEW, decide-risk, WAITING_FOR_REVIEW",
        "PAID, verify-payment, WAITING_OTHERWISE",
    })
    void theShopsStateAndTheStepsTakenTellTheOutcome(String state, String steps, Outcome outcome) {
        assertThat(new OutcomeOf(facts(steps, "AUTHORISED")).tell(order(state))).isEqualTo(outcome);
    }

    @Test
    void aDeclinedCardOnTheWayIsPartOfTheOutcome() {
        assertThat(new OutcomeOf(facts("order-completed", "DECLINED")).tell(order("COMPLETED")))
                .isEqualTo(Outcome.COMPLETED_AFTER_DECLINE);
    }

    @Test
    void stepsThatWereBrokenOffWereNotTaken() {
        Facts facts = facts("order-completed", "AUTHORISED");
        InstanceFact instance = instance("TERMINATED", "order-completed");
        Facts brokenOff = new Facts(
                facts.orders(),
                facts.payments(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(instance),
                Set.of());

        assertThat(new OutcomeOf(brokenOff).tell(order("COMPLETED"))).isEqualTo(Outcome.ENDED_OTHERWISE);
    }

    @Test
    void whatAnOrderWaitsForIsSaidInTheModelsWords() {
        assertThat(WaitingReason.of(List.of(waiting("USER_TASK", 0)))).isEqualTo("Name of review-order");
        assertThat(WaitingReason.of(List.of(waiting("SERVICE_TASK", 1)))).isEqualTo("incident");
        assertThat(WaitingReason.of(List.of(waiting("SERVICE_TASK", 0)))).isEqualTo(WaitingReason.NONE);
        assertThat(WaitingReason.of(List.of())).isEqualTo(WaitingReason.NONE);
    }

    private static Facts facts(String steps, String payment) {
        List<PaymentFact> payments = List.of(new PaymentFact("pay", "id", payment, 1, "EUR", Duration.ZERO));
        InstanceFact instance = instance("COMPLETED", steps.split(" "));
        return new Facts(
                List.of(),
                payments,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(instance),
                Set.of());
    }

    private static InstanceFact waiting(String type, int incidents) {
        StepFact step = new StepFact("review-order", "Name of review-order", type, "ACTIVE", NOW, null);
        return new InstanceFact(1, "A", 1, "ACTIVE", incidents, NOW, null, List.of(step));
    }

    private static InstanceFact instance(String stepState, String... steps) {
        List<StepFact> taken = Arrays.stream(steps)
                .map(step -> new StepFact(step, "Name of " + step, "SERVICE_TASK", stepState, NOW, NOW))
                .toList();
        return new InstanceFact(1, "A", 1, "COMPLETED", 0, NOW, NOW, taken);
    }

    private static OrderFact order(String state) {
        return new OrderFact("id", "A", "a@example.com", "demo", state, null, 1, "EUR", null, Map.of("LAMP", 1), NOW);
    }
}
