package io.tillflow.studio.shop;

import java.time.Instant;
import java.util.List;

/**
 * A shopper's question with all that was said about its order.
 *
 * @param number of the order
 */
public record Conversation(Question request, String number, List<Message> messages) {
    /**
     * Where a question stands.
     *
     * @param state REQUESTED, WITH_PERSON, ANSWERED or CLOSED
     */
    public record Question(
            String id,
            String orderId,
            String state,
            String topic,
            boolean urgent,
            int answers,
            Instant askedAt,
            Instant updatedAt) {
        public boolean open() {
            return state.equals("REQUESTED") || state.equals("WITH_PERSON");
        }
    }

    /**
     * One thing said.
     *
     * @param author SHOPPER, RULE or PERSON
     * @param name who of the shop wrote it
     */
    public record Message(long seq, String id, String author, String name, String body, Instant writtenAt) {}

    /** The last message that whoever looks at this has read. */
    public long seen() {
        return messages.isEmpty() ? 0 : messages.getLast().seq();
    }
}
