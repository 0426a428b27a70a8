package io.tillflow.processes;

import static io.tillflow.processes.OrderState.AWAITING_PAYMENT;
import static io.tillflow.processes.OrderState.CANCELLED;
import static io.tillflow.processes.OrderState.IN_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tillflow.processes.Play.Happening;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

abstract class RiskScenarios {
    abstract PlayedOrder order();

    private PlayedOrder suspicious() {
        return order().with("addressMismatch", true).with("firstOrder", true).placed();
    }

    @Test
    void ordinaryOrderNeedsNoPerson() {
        order().placed().neverWent("review-order").told(AWAITING_PAYMENT);
    }

    @Test
    void whatAnOrderIsWorthIsComparedNotItsSumInAnotherCurrency() {
        order().with("currency", "SEK")
                .with("total", 480_000)
                .with("worth", 41_739)
                .placed()
                .neverWent("review-order")
                .told(AWAITING_PAYMENT);
    }

    @Test
    void rulesRefuseAnOrderWithManyDeclinedCards() {
        order().with("pastDeclines", 3)
                .placed()
                .went("refused-by-rules", "order-refused")
                .cancelledBecause(CancellationReason.REFUSED)
                .told(CANCELLED);
    }

    @Test
    void personApprovesASuspiciousOrder() {
        suspicious()
                .waitsAt("review-order")
                .person("review-order", "approve")
                .went("review-order", "order-approved", "payment-due")
                .waitsAt("await-payment")
                .told(IN_REVIEW, AWAITING_PAYMENT);
    }

    @Test
    void personRefusesASuspiciousOrder() {
        suspicious()
                .person("review-order", "reject")
                .went("refused-by-person", "order-refused")
                .cancelledBecause(CancellationReason.REFUSED)
                .told(IN_REVIEW, CANCELLED);
    }

    @Test
    void orderThatNobodyReviewsInTimeIsCancelled() {
        suspicious()
                .passes("PT23H")
                .waitsAt("review-order")
                .passes("PT1H")
                .went("review-overdue", "not-reviewed", "order-refused")
                .cancelledBecause(CancellationReason.NOT_REVIEWED);
    }

    @Test
    void shopperCancelsWhileTheOrderIsReviewed() {
        suspicious().cancelled().cancelledBecause("changed my mind").neverWent("order-approved");
    }

    @Test
    void reviewersSeeFormAndDueDate() {
        Happening task = suspicious().trace().job("review-order");
        Map<String, String> headers = task.texts("customHeaders");
        assertThat(headers)
                .containsEntry("io.camunda.zeebe:candidateGroups", "[\"" + CandidateGroup.ORDER_REVIEW + "\"]")
                .containsKey("io.camunda.zeebe:formKey");
        assertThat(ZonedDateTime.parse(headers.getOrDefault("io.camunda.zeebe:dueDate", ""))
                        .toInstant())
                .isCloseTo(task.time().plus(Duration.ofDays(1)), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void orderThatNoRuleFitsGoesToAPerson() {
        order().with("pastDeclines", "unknown").placed().waitsAt("review-order");
    }
}
