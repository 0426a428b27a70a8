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

/** Every way a question can go; the last test fails for each element and flow that none took. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SupportRequestTest {
    private Play play;

    @BeforeAll
    void start() {
        play = new Play();
    }

    @AfterAll
    void stop() {
        play.close();
    }

    private static Map<String, Object> sold(PlayedOrder order) {
        return Map.of("id", order.id(), "number", "T-1");
    }

    /** The question carries its order's id here, so that one script serves both. */
    private static PlayedOrder asked(PlayedOrder order, String topic, boolean urgent, String state) {
        return order.hears(
                Message.SUPPORT_REQUESTED,
                Map.of(
                        "businessKey",
                        "T-1",
                        "order",
                        sold(order),
                        "request",
                        Map.of("id", order.id(), "topic", topic, "urgent", urgent, "round", 0, "orderState", state)));
    }

    private PlayedOrder ruleSays(String outcome) {
        return play.order().next(JobType.COMMERCE_ANSWER_SUPPORT, new Answer.Completes(Map.of("outcome", outcome)));
    }

    private PlayedOrder shopReads(Map<String, Object> facts) {
        return play.order().next(JobType.COMMERCE_READ_SUPPORT, new Answer.Completes(facts));
    }

    private static void shows(PlayedOrder order, SupportState... states) {
        assertThat(order.jobs(JobType.COMMERCE_UPDATE_SUPPORT).stream()
                        .map(job -> SupportState.valueOf(job.text("state"))))
                .containsExactly(states);
    }

    private static void letterCarries(PlayedOrder order, String messageId, String key) {
        order.endedAt("question-answered").mailed(EmailTemplate.SUPPORT_ANSWER);
        PlayedOrder.WorkedJob letter = order.jobs(JobType.MESSAGING_SEND_EMAIL).getLast();
        assertThat(letter.variables()).containsEntry("facts", Map.of("messageId", messageId));
        assertThat(letter.text("effectKey")).isEqualTo(order.id() + "/send-answer/" + key);
    }

    @Test
    void whatTheTableAnswersNeedsNoPerson() {
        PlayedOrder order = asked(play.order(), "WHERE", false, "SHIPPED").neverWent("answer-request");
        letterCarries(order, "message-1", "7");
        assertThat(order.jobs(JobType.COMMERCE_ANSWER_SUPPORT).getFirst().text("text"))
                .contains("{carrier}", "{trackingNumber}");
        shows(order);
    }

    @Test
    void whatCannotWaitGoesToAPersonWhoAnswers() {
        PlayedOrder order = asked(play.order(), "WHERE", true, "SHIPPED")
                .waitsAt("answer-request")
                .hears(Message.SUPPORT_ANSWERED, Map.of("answer", Map.of("id", "message-2", "number", 9)))
                .went("person-answered", "letter-due");
        letterCarries(order, "message-2", "9");
        shows(order, SupportState.WITH_PERSON);
    }

    @Test
    void dangerGoesToAPersonWithinTheHour() {
        PlayedOrder order = asked(shopReads(Answer.read("en", "danger")), "WHERE", false, "SHIPPED")
                .neverWent("answer-by-rule")
                .waitsAt("answer-request")
                .passes("PT59M")
                .mailed()
                .passes("PT1M")
                .mailed(EmailTemplate.SUPPORT_DELAYED);
        shows(order, SupportState.WITH_PERSON);
    }

    @Test
    void whoWritesInGermanIsAnsweredInGerman() {
        PlayedOrder order = asked(shopReads(Answer.read("de", "none")), "INVOICE", false, "SHIPPED");
        PlayedOrder.WorkedJob answer =
                order.jobs(JobType.COMMERCE_ANSWER_SUPPORT).getFirst();
        assertThat(answer.text("text")).startsWith("Deine Rechnung ist auf der Seite deiner Bestellung");
        assertThat(answer.text("language")).isEqualTo("de");
    }

    @Test
    void aSureModelIsHeardAndWhatItDoesNotKnowGoesToAPerson() {
        asked(shopReads(Answer.readsAs("INVOICE", 0.95)), "OTHER", false, "SHIPPED")
                .went("answer-by-rule");
        asked(shopReads(Answer.readsAs("INVOICE", 0.85)), "OTHER", false, "SHIPPED")
                .neverWent("answer-by-rule")
                .waitsAt("answer-request");
        asked(shopReads(Answer.readsAs("unknown", 0)), "WHERE", false, "SHIPPED")
                .neverWent("answer-by-rule")
                .waitsAt("answer-request");
        Map<String, Object> again = Answer.readsAs("INVOICE", 0.95);
        again.put("messages", 2);
        asked(shopReads(again), "OTHER", false, "SHIPPED")
                .neverWent("answer-by-rule")
                .waitsAt("answer-request");
    }

    @Test
    void whatTheRuleCannotSayIsLeftToAPerson() {
        PlayedOrder order = asked(ruleSays("PERSON"), "WHERE", false, "SHIPPED")
                .went("rule-answer-given", "person-due")
                .waitsAt("answer-request");
        assertThat(order.jobs(JobType.MESSAGING_SEND_EMAIL)).isEmpty();
    }

    @Test
    void whoNeedsNoAnswerAnyMoreGetsNone() {
        asked(ruleSays("CLOSED"), "INVOICE", false, "PAID")
                .endedAt("question-closed")
                .mailed();
        asked(play.order(), "OTHER", false, "PAID")
                .hears(Message.SUPPORT_CLOSED, Map.of("closing", Map.of("by", "SHOPPER")))
                .endedAt("closed-by-shopper")
                .mailed();
    }

    @Test
    void aPersonMaySayThatNothingHasToBeWritten() {
        PlayedOrder thanks = asked(play.order(), "OTHER", false, "COMPLETED").person("answer-request", "no-answer");
        thanks.endedAt("question-settled").mailed();
        shows(thanks, SupportState.WITH_PERSON, SupportState.CLOSED);
        PlayedOrder phoned = asked(play.order(), "ADDRESS", false, "PAID").person("answer-request", "answered");
        shows(phoned, SupportState.WITH_PERSON, SupportState.ANSWERED);
    }

    @Test
    void whoWaitsTooLongIsToldAndStillAnswered() {
        PlayedOrder order = asked(play.order(), "COMPLAINT", false, "DELIVERED")
                .passes("PT23H")
                .mailed()
                .passes("PT1H")
                .went("answer-overdue", "send-delay", "delay-told")
                .waitsAt("answer-request")
                .mailed(EmailTemplate.SUPPORT_DELAYED);
        order.hears(Message.SUPPORT_ANSWERED, Map.of("answer", Map.of("id", "message-3", "number", 11)))
                .mailed(EmailTemplate.SUPPORT_DELAYED, EmailTemplate.SUPPORT_ANSWER)
                .endedAt("question-answered");
    }

    @Test
    void whatIsWrittenMeanwhileBringsTheDayForwardAndNeverPutsItOff() {
        PlayedOrder order = asked(play.order(), "OTHER", false, "SHIPPED").passes("PT10H");
        more(order, Answer.read("en", "none"), 14)
                .went("shopper-wrote-more", "read-again", "judge-again", "due-as-before")
                .neverWent("needed-sooner")
                .waitsAt("answer-request");
        more(order, Answer.read("en", "danger"), 15)
                .went("became-urgent", "needed-sooner")
                .waitsAt("answer-request")
                .passes("PT59M")
                .mailed()
                .passes("PT1M")
                .mailed(EmailTemplate.SUPPORT_DELAYED);
        more(order, Answer.read("en", "none"), 16).waitsAt("answer-request").mailed(EmailTemplate.SUPPORT_DELAYED);
        order.hears(Message.SUPPORT_ANSWERED, Map.of("answer", Map.of("id", "message-3", "number", 17)))
                .endedAt("question-answered");
    }

    @Test
    void aPersonsFinishedTaskEndsItAlthoughReadingAgainFails() {
        PlayedOrder order = asked(play.order(), "OTHER", false, "SHIPPED")
                .next(JobType.COMMERCE_READ_SUPPORT, new Answer.GivesUp("the shop is away"))
                .hears(Message.SUPPORT_CONTINUED, Map.of("more", Map.of("number", 14)))
                .waitsAt("read-again");
        assertThat(order.trace().incidents()).containsExactly("read-again: the shop is away");
        order.person("answer-request", "answered").endedAt("question-settled");
        shows(order, SupportState.WITH_PERSON, SupportState.ANSWERED);
    }

    private static PlayedOrder more(PlayedOrder order, Map<String, Object> facts, int number) {
        return order.next(JobType.COMMERCE_READ_SUPPORT, new Answer.Completes(facts))
                .hears(Message.SUPPORT_CONTINUED, Map.of("more", Map.of("number", number)));
    }

    @Test
    void whatTheShopWritesUnaskedGoesOutToo() {
        PlayedOrder order = play.order();
        order.hears(
                Message.SUPPORT_WRITTEN,
                Map.of(
                        "businessKey", "T-1",
                        "order", sold(order),
                        "request", Map.of("id", order.id()),
                        "answer", Map.of("id", "message-4", "number", 12)));
        letterCarries(order, "message-4", "12");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyElementAndFlowWasTaken() {
        ModelCoverage.of("support/support-request.bpmn", play.log()).assertComplete();
    }
}
