package io.tillflow.launcher.demo.proof;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The shop's orders against the e-mails that arrived. */
final class MailRules {
    private MailRules() {}

    static void check(Facts facts, Consumer<Violation> found) {
        Map<String, List<MailFact>> mails = Facts.grouped(facts.mails(), MailFact::to);
        Map<String, List<QuestionFact>> questions = Facts.grouped(facts.questions(), QuestionFact::order);
        for (OrderFact order : facts.orders()) {
            List<MailFact> confirmations = mails.getOrDefault(order.email(), List.of()).stream()
                    .filter(mail -> mail.confirms(order))
                    .toList();
            boolean automated = !facts.setAside().contains(order.id());
            if (confirmations.isEmpty() && automated && order.reached(OrderFact.SHIPPED)) {
                found.accept(new Violation(
                        Rule.CONFIRMED_ORDER_HAS_AN_EMAIL,
                        order.number(),
                        "is " + order.state() + ", but was never confirmed by e-mail"));
            }
            if (confirmations.size() > 1) {
                found.accept(new Violation(
                        Rule.ORDER_IS_CONFIRMED_ONCE,
                        order.number(),
                        "e-mails " + confirmations.stream().map(MailFact::id).toList()));
            }
            checkAnswers(
                    order,
                    questions.getOrDefault(order.id(), List.of()),
                    mails.getOrDefault(order.email(), List.of()),
                    found);
        }
    }

    /** What the shop wrote to a shopper stands on the page, and goes out as a letter too. */
    private static void checkAnswers(
            OrderFact order, List<QuestionFact> questions, List<MailFact> mails, Consumer<Violation> found) {
        long written = questions.stream().mapToLong(QuestionFact::answers).sum();
        long sent = mails.stream().filter(mail -> mail.answers(order)).count();
        if (written != sent) {
            found.accept(new Violation(
                    sent < written ? Rule.ANSWER_IS_SENT : Rule.ANSWER_IS_SENT_ONCE,
                    order.number(),
                    "the shop answered %d times, %d letters with an answer arrived".formatted(written, sent)));
        }
    }
}
