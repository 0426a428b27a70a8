package io.tillflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.api.response.ActivatedJob;
import io.tillflow.processes.Play.Happening;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An order on its way through the process: what happens to it, and what it must have come to. */
final class PlayedOrder {
    /** The sandbox counts it from the machine's clock, which its own runs far ahead of. */
    private static final Duration TIME_TO_LIVE = Duration.ofDays(3_650);

    private final Play play;
    private final String id;
    private final Map<String, @Nullable Object> facts = new HashMap<>();
    private final Map<String, Deque<Answer>> script = new HashMap<>();
    private final List<WorkedJob> worked = new ArrayList<>();
    private @Nullable String paymentId = "payment-1";

    PlayedOrder(Play play, int number) {
        this.play = play;
        this.id = "order-" + number;
        facts.putAll(ordinary(id));
        facts.put("number", "T-" + number);
    }

    /** The facts of an order that nobody would look at twice. */
    static Map<String, Object> ordinary(String id) {
        return Map.ofEntries(
                Map.entry("id", id),
                Map.entry("number", id),
                Map.entry("customerId", "customer-1"),
                Map.entry("channel", "web"),
                Map.entry("currency", "EUR"),
                Map.entry("total", 4200),
                Map.entry("items", 2),
                Map.entry("weightGrams", 1200),
                Map.entry("country", "DE"),
                Map.entry("express", false),
                Map.entry("firstOrder", false),
                Map.entry("addressMismatch", false),
                Map.entry("pastDeclines", 0));
    }

    String id() {
        return id;
    }

    // ---- what is given

    PlayedOrder with(String fact, Object value) {
        facts.put(fact, value);
        return this;
    }

    PlayedOrder withoutPayment() {
        paymentId = null;
        return this;
    }

    /** The next worker that takes a job of this type answers so; afterwards all goes well again. */
    PlayedOrder next(String jobType, Answer answer) {
        script.computeIfAbsent(jobType, type -> new ArrayDeque<>()).add(answer);
        return this;
    }

    PlayedOrder paymentIs(PaymentStatus status) {
        Map<String, @Nullable Object> truth = new HashMap<>();
        truth.put("status", status.name());
        truth.put("declineReason", status == PaymentStatus.DECLINED ? "insufficient funds" : null);
        return next(JobType.PAYMENTS_VERIFY, new Answer.Completes(truth));
    }

    PlayedOrder next(String jobType, String errorCode) {
        return next(jobType, new Answer.Throws(errorCode));
    }

    // ---- what happens

    PlayedOrder placed() {
        Map<String, @Nullable Object> payment = new HashMap<>();
        payment.put("id", paymentId);
        return hears(
                Message.ORDER_PLACED, Map.of("businessKey", facts.get("number"), "order", facts, "payment", payment));
    }

    PlayedOrder hears(String message, Map<String, ?> variables) {
        return hears(message, id, variables);
    }

    /** What is not about the order itself, but about something of it. */
    PlayedOrder hears(String message, String subject, Map<String, ?> variables) {
        play.client()
                .newPublishMessageCommand()
                .messageName(message)
                .correlationKey(subject)
                .timeToLive(TIME_TO_LIVE)
                .variables(variables)
                .send()
                .join();
        play.settle();
        return this;
    }

    PlayedOrder hears(String message) {
        return hears(message, Map.of("payment", Map.of("id", "from-webhook", "status", "AUTHORISED")));
    }

    PlayedOrder delivered() {
        return hears(Message.SHIPMENT_DELIVERED, Map.of("shipment", Map.of("id", "shipment-1")));
    }

    PlayedOrder cancelled() {
        return hears(Message.ORDER_CANCEL_REQUESTED, Map.of("cancellation", Map.of("reason", "changed my mind")));
    }

    /** An operator gives the failed step another try. */
    PlayedOrder repaired() {
        Happening incident = trace().lastIncident();
        play.client()
                .newUpdateRetriesCommand(incident.number("jobKey"))
                .retries(1)
                .send()
                .join();
        play.client().newResolveIncidentCommand(incident.key()).send().join();
        play.settle();
        return this;
    }

    PlayedOrder passes(String isoDuration) {
        play.pass(Duration.parse(isoDuration));
        return this;
    }

    /** A person completes the open user task with this outcome on its form. */
    PlayedOrder person(String element, String outcome) {
        return person(element, Map.of("outcome", outcome, "note", "seen"));
    }

    PlayedOrder person(String element, Map<String, ?> form) {
        play.client()
                .newCompleteCommand(trace().job(element).key())
                .variables(form)
                .send()
                .join();
        play.settle();
        return this;
    }

    void work(ActivatedJob job) {
        Deque<Answer> answers = script.getOrDefault(job.getType(), new ArrayDeque<>());
        Answer answer = answers.isEmpty() ? Answer.usual(job.getType()) : answers.remove();
        worked.add(new WorkedJob(job.getType(), job.getElementId(), job.getVariablesAsMap()));
        switch (answer) {
            case Answer.Completes completes ->
                play.client()
                        .newCompleteCommand(job.getKey())
                        .variables(completes.variables())
                        .send()
                        .join();
            case Answer.Throws error ->
                play.client()
                        .newThrowErrorCommand(job.getKey())
                        .errorCode(error.code())
                        .send()
                        .join();
            case Answer.GivesUp trouble ->
                play.client()
                        .newFailCommand(job.getKey())
                        .retries(0)
                        .errorMessage(trouble.message())
                        .send()
                        .join();
        }
    }

    // ---- what it came to

    /** Jobs taken for this order, in order. */
    List<WorkedJob> jobs(String type) {
        return worked.stream().filter(job -> job.type().equals(type)).toList();
    }

    PlayedOrder told(OrderState... states) {
        assertThat(jobs(JobType.COMMERCE_UPDATE_ORDER).stream().map(job -> job.text("state")))
                .as("what the shop was told of %s", id)
                .containsExactly(Arrays.stream(states).map(Enum::name).toArray(String[]::new));
        return this;
    }

    PlayedOrder mailed(String... templates) {
        assertThat(jobs(JobType.MESSAGING_SEND_EMAIL).stream().map(job -> job.text("template")))
                .as("what the shopper of %s was sent", id)
                .containsExactly(templates);
        return this;
    }

    PlayedOrder waitsAt(String element) {
        assertThat(trace().active()).as("where %s waits", id).contains(element);
        return this;
    }

    /** The instance is over, and this end event is the last thing that happened. */
    PlayedOrder endedAt(String endEvent) {
        assertThat(trace().active()).as("where %s still waits", id).isEmpty();
        assertThat(trace().path().getLast()).as("where %s ended", id).isEqualTo(endEvent);
        return this;
    }

    /** The order ended before shipping, and everything was undone, told and mailed with this reason. */
    PlayedOrder cancelledBecause(String reason) {
        endedAt("order-cancelled");
        assertThat(jobs(JobType.COMMERCE_RELEASE_STOCK))
                .as("stock of %s released", id)
                .hasSize(1);
        assertThat(jobs(JobType.PAYMENTS_VOID)).as("payment of %s voided", id).hasSize(1);
        assertThat(jobs(JobType.PAYMENTS_CAPTURE)).as("captures of %s", id).isEmpty();
        assertThat(lastUpdate()).containsEntry("state", "CANCELLED").containsEntry("reason", reason);
        WorkedJob mail = jobs(JobType.MESSAGING_SEND_EMAIL).getLast();
        assertThat(mail.variables())
                .containsEntry("template", EmailTemplate.ORDER_CANCELLED)
                .containsEntry("facts", Map.of("reason", reason));
        return this;
    }

    Map<String, @Nullable Object> lastUpdate() {
        return jobs(JobType.COMMERCE_UPDATE_ORDER).getLast().variables();
    }

    List<String> effectKeys(String element) {
        return worked.stream()
                .filter(job -> job.elementId().equals(element))
                .map(job -> job.text("effectKey"))
                .toList();
    }

    PlayedOrder went(String... elements) {
        assertThat(trace().path()).as("the path of %s", id).containsSubsequence(elements);
        return this;
    }

    PlayedOrder neverWent(String... elements) {
        assertThat(trace().path()).as("the path of %s", id).doesNotContain(elements);
        return this;
    }

    Trace trace() {
        return new Trace(play.log(), id);
    }

    /** A job as its worker saw it. */
    record WorkedJob(String type, String elementId, Map<String, @Nullable Object> variables) {
        String text(String variable) {
            return String.valueOf(variables.get(variable));
        }
    }
}
