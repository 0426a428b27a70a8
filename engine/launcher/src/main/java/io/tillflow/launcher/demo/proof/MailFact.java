package io.tillflow.launcher.demo.proof;

import java.util.Locale;

/** An e-mail that arrived. */
public record MailFact(String id, String to, String subject, String at) {
    boolean answers(OrderFact order) {
        return subject.endsWith(order.number()) && subject.contains("answer");
    }

    boolean confirms(OrderFact order) {
        return subject.contains(order.number())
                && subject.toLowerCase(Locale.ROOT).contains("confirmed");
    }
}
