package io.tillflow.processes;

import static io.tillflow.processes.OrderState.AWAITING_PAYMENT;
import static io.tillflow.processes.OrderState.AWAITING_STOCK;
import static io.tillflow.processes.OrderState.CANCELLED;
import static io.tillflow.processes.OrderState.COMPLETED;
import static io.tillflow.processes.OrderState.DELIVERED;
import static io.tillflow.processes.OrderState.IN_REVIEW;
import static io.tillflow.processes.OrderState.PAID;
import static io.tillflow.processes.OrderState.PREPARING;
import static io.tillflow.processes.OrderState.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A few ways of an order on the broker that ships; the sandbox plays them all. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderFulfilmentIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Map<String, List<ActivatedJob>> worked = new ConcurrentHashMap<>();
    private RealBroker broker;

    @BeforeAll
    void start() throws Exception {
        broker = RealBroker.start();
        ShippedDeployment.to(broker.client());
        for (String type : Model.jobTypes()) {
            broker.client()
                    .newWorker()
                    .jobType(type)
                    .handler((client, job) -> work(job))
                    .open();
        }
    }

    @AfterAll
    void stop() throws Exception {
        broker.close();
    }

    /** As on a good day, but the order "short" lacks stock until somebody sends it some. */
    private void work(ActivatedJob job) {
        String order = String.valueOf(job.getVariable("orderId"));
        List<ActivatedJob> before = worked.computeIfAbsent(order, id -> new CopyOnWriteArrayList<>());
        boolean first = before.stream().noneMatch(other -> other.getType().equals(job.getType()));
        before.add(job);
        if (order.equals("short") && job.getType().equals(JobType.COMMERCE_ALLOCATE_STOCK) && first) {
            broker.client()
                    .newThrowErrorCommand(job)
                    .errorCode(ErrorCode.STOCK_SHORT)
                    .send()
                    .join();
        } else if (Answer.usual(job.getType()) instanceof Answer.Completes answer) {
            broker.client()
                    .newCompleteCommand(job)
                    .variables(answer.variables())
                    .send()
                    .join();
        }
    }

    @Test
    void paidOrderIsFulfilled() {
        place("good", Map.of());
        hears("good", Message.PAYMENT_AUTHORISED);
        hears("good", Message.SHIPMENT_DELIVERED);
        awaitTold("good", AWAITING_PAYMENT, PAID, PREPARING, SHIPPED, DELIVERED);
        broker.increaseTime(Duration.ofDays(7));
        awaitTold("good", AWAITING_PAYMENT, PAID, PREPARING, SHIPPED, DELIVERED, COMPLETED);
        assertThat(keys("good")).doesNotHaveDuplicates();
    }

    @Test
    void suspiciousOrderIsReviewedByAPerson() {
        place("odd", Map.of("firstOrder", true, "addressMismatch", true));
        ActivatedJob task = await().atMost(PATIENCE).until(this::userTask, job -> job != null);
        assertThat(task.getElementId()).isEqualTo("review-order");
        assertThat(task.getCustomHeaders()).containsKeys("io.camunda.zeebe:formKey", "io.camunda.zeebe:dueDate");
        broker.client()
                .newCompleteCommand(task)
                .variables(Map.of("outcome", "reject", "note", ""))
                .send()
                .join();
        awaitTold("odd", IN_REVIEW, CANCELLED);
    }

    @Test
    void cancellationWhileWaitingForStockUndoesBoth() {
        place("short", Map.of());
        hears("short", Message.PAYMENT_AUTHORISED);
        awaitTold("short", AWAITING_PAYMENT, PAID, AWAITING_STOCK);
        hears("short", Message.ORDER_CANCEL_REQUESTED);
        awaitTold("short", AWAITING_PAYMENT, PAID, AWAITING_STOCK, CANCELLED);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(worked.getOrDefault("short", List.of()))
                        .extracting(ActivatedJob::getType)
                        .contains(JobType.COMMERCE_RELEASE_STOCK, JobType.PAYMENTS_VOID));
    }

    private @Nullable ActivatedJob userTask() {
        return broker
                .client()
                .newActivateJobsCommand()
                .jobType("io.camunda.zeebe:userTask")
                .maxJobsToActivate(1)
                .timeout(Duration.ofHours(1))
                .requestTimeout(Duration.ofSeconds(2))
                .send()
                .join()
                .getJobs()
                .stream()
                .findFirst()
                .orElse(null);
    }

    private void place(String id, Map<String, ?> otherFacts) {
        Map<String, Object> order = new HashMap<>(PlayedOrder.ordinary(id));
        order.putAll(otherFacts);
        publish(
                id,
                Message.ORDER_PLACED,
                Map.of("businessKey", id, "order", order, "payment", Map.of("id", "payment-1")));
    }

    private void hears(String id, String message) {
        publish(
                id,
                message,
                Map.of(
                        "payment",
                        Map.of("id", "x"),
                        "shipment",
                        Map.of("id", "y"),
                        "cancellation",
                        Map.of("reason", "no")));
    }

    private void publish(String id, String message, Map<String, ?> variables) {
        broker.client()
                .newPublishMessageCommand()
                .messageName(message)
                .correlationKey(id)
                .messageId(id + "/" + message)
                .timeToLive(Duration.ofDays(30))
                .variables(variables)
                .send()
                .join();
    }

    private void awaitTold(String id, OrderState... states) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(worked.getOrDefault(id, List.of()).stream()
                                .filter(job -> job.getType().equals(JobType.COMMERCE_UPDATE_ORDER))
                                .map(job -> OrderState.valueOf(String.valueOf(job.getVariable("state")))))
                        .containsExactly(states));
    }

    private List<String> keys(String id) {
        return worked.getOrDefault(id, List.of()).stream()
                .map(ActivatedJob::getVariablesAsMap)
                .filter(variables -> variables.containsKey("effectKey"))
                .map(variables -> String.valueOf(variables.get("effectKey")))
                .toList();
    }
}
