package io.tillflow.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Every way a dispute can go; the last test fails for each element and flow that none took. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PaymentDisputeTest {
    private Play play;

    @BeforeAll
    void start() {
        play = new Play();
    }

    @AfterAll
    void stop() {
        play.close();
    }

    /** The dispute carries its order's id here, so that one script serves both. */
    private PlayedOrder disputed(long amount, boolean delivered) {
        PlayedOrder order = play.order();
        return order.next(
                        JobType.PAYMENTS_LOOK_AT_DISPUTE,
                        new Answer.Completes(Answer.disputed(amount, delivered, "OPEN")))
                .hears(
                        Message.PAYMENT_DISPUTED,
                        Map.of("order", Map.of("id", order.id()), "dispute", Map.of("id", order.id())));
    }

    private static PlayedOrder decided(PlayedOrder order, String status) {
        return order.next(JobType.PAYMENTS_LOOK_AT_DISPUTE, new Answer.Completes(Answer.disputed(11_200, true, status)))
                .hears(Message.PAYMENT_DISPUTE_CLOSED, Map.of("closing", Map.of("status", status)));
    }

    private static PlayedOrder.WorkedJob answer(PlayedOrder order) {
        assertThat(order.jobs(JobType.PAYMENTS_ANSWER_DISPUTE)).hasSize(1);
        return order.jobs(JobType.PAYMENTS_ANSWER_DISPUTE).getFirst();
    }

    private static void noted(PlayedOrder order, String... notes) {
        assertThat(order.jobs(JobType.COMMERCE_NOTE_ORDER).stream().map(job -> job.text("text")))
                .containsExactly(notes);
    }

    @Test
    void whatArrivedIsContestedAndTheOutcomeNoted() {
        PlayedOrder order = disputed(11_205, true).neverWent("review-dispute").waitsAt("await-verdict");
        assertThat(answer(order).text("answer")).isEqualTo("CONTEST");
        assertThat(answer(order).text("effectKey")).isEqualTo(order.id() + "/answer-dispute/1");
        decided(order, "WON").endedAt("dispute-won");
        noted(
                order,
                "Disputed: a bank wants 112.05 EUR back (NOT_RECEIVED). Order T-1 is delivered.",
                "Dispute won: the money stays with the shop.");
    }

    @Test
    void smallSumsAreLetGo() {
        PlayedOrder order = disputed(1_499, false).waitsAt("await-verdict");
        assertThat(answer(order).text("answer")).isEqualTo("ACCEPT");
        decided(order, "LOST").endedAt("dispute-lost");
    }

    @Test
    void aPersonDecidesWhatDidNotArrive() {
        PlayedOrder contested = disputed(11_200, false)
                .waitsAt("review-dispute")
                .person("review-dispute", Map.of("outcome", "contest", "evidence", "They wrote that it arrived."));
        assertThat(answer(contested).text("answer")).isEqualTo("CONTEST");
        assertThat(answer(contested).text("evidence")).isEqualTo("They wrote that it arrived.");
        PlayedOrder accepted =
                disputed(11_200, false).person("review-dispute", Map.of("outcome", "accept", "evidence", ""));
        assertThat(answer(accepted).text("answer")).isEqualTo("ACCEPT");
        assertThat(answer(accepted).text("evidence")).isEqualTo("Order T-1 is delivered.");
    }

    @Test
    void whatNobodyDecidesInTimeIsContestedWithWhatIsKnown() {
        PlayedOrder order = disputed(60_000, true)
                .passes("P1DT23H")
                .waitsAt("review-dispute")
                .passes("PT1H")
                .went("review-overdue", "answer-dispute")
                .waitsAt("await-verdict");
        assertThat(answer(order).text("answer")).isEqualTo("CONTEST");
        assertThat(answer(order).text("evidence")).isEqualTo("Order T-1 is delivered.");
    }

    @Test
    void aVerdictThatDoesNotComeIsAskedForAndNewsAreNotBelieved() {
        PlayedOrder order = disputed(11_200, true)
                .passes("P90D")
                .went("verdict-overdue", "check-verdict", "dispute-decided")
                .waitsAt("chase-verdict")
                .person("chase-verdict", Map.of("note", "this week"))
                .waitsAt("await-verdict");
        decided(order, "ANSWERED").waitsAt("chase-verdict").person("chase-verdict", Map.of("note", "really"));
        decided(order, "WON").endedAt("dispute-won");
        assertThat(order.jobs(JobType.PAYMENTS_ANSWER_DISPUTE)).hasSize(1);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasTaken() {
        ModelCoverage.of("orders/payment-dispute.bpmn", play.log()).assertComplete();
    }
}
