package io.tillflow.launcher.demo.proof;

import java.util.List;
import java.util.Locale;

/** An e-mail that arrived; what it is, is said by its subject, in the language of its order. */
public record MailFact(String id, String to, String subject, String at) {
    private static final List<String> ANSWER = List.of("our answer", "unsere antwort");
    private static final List<String> CONFIRMED = List.of("is confirmed", "ist bestätigt");

    boolean answers(OrderFact order) {
        return subject.endsWith(order.number()) && says(ANSWER);
    }

    boolean confirms(OrderFact order) {
        return subject.contains(order.number()) && says(CONFIRMED);
    }

    private boolean says(List<String> words) {
        String subjectInLower = subject.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(subjectInLower::contains);
    }
}
