package io.tillflow.storefront.support;

import io.tillflow.models.message.Languages;
import io.tillflow.rules.Decisions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks the tables what a message is about; its words stay in the shop. */
@Component
class MessageTopic {
    /** What the words do not tell. */
    static final String OTHER = "OTHER";

    /** What a message can be about. */
    static final Set<String> ALL =
            Set.of("WHERE", "RETURN", "CANCEL", "INVOICE", "ADDRESS", "PAYMENT", "COMPLAINT", OTHER);

    private static final class Tables {
        static final Decisions DECISIONS = read();

        private Tables() {}

        private static Decisions read() {
            String file = "/decisions/message-topic.dmn";
            try (InputStream dmn = Objects.requireNonNull(MessageTopic.class.getResourceAsStream(file), file)) {
                return Decisions.of(file, dmn.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Reads the tables before anybody waits for them. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        Thread.ofVirtual().name("message-topic").start(() -> {
            topic("where is it");
            Languages.of("where is it");
        });
    }

    String topic(String message) {
        return String.valueOf(ask("message-topic", message));
    }

    boolean urgent(String message) {
        return Boolean.TRUE.equals(ask("message-urgency", message));
    }

    /** What its words warn of; "none" of nothing. */
    String sign(String message) {
        return String.valueOf(ask("message-sign", message));
    }

    private static Object ask(String decision, String message) {
        Map<String, Object> facts = Map.of("message", Map.of("text", message, "length", message.length()));
        return Objects.requireNonNull(Tables.DECISIONS.evaluate(decision, facts).output(), decision);
    }
}
