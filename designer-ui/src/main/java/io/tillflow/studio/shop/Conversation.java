package io.tillflow.studio.shop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shopper's question with all that was said about its order.
 *
 * @param number of the order
 * @param reading what the shop read out of it
 */
public record Conversation(Question request, String number, List<Message> messages, Reading reading) {
    /**
     * Where a question stands.
     *
     * @param state REQUESTED, WITH_PERSON, ANSWERED or CLOSED
     * @param topic as the shop's table of words read it
     * @param sorted what it is about, as a person says; none while nobody did
     */
    public record Question(
            String id,
            String orderId,
            String state,
            String topic,
            @Nullable String sorted,
            boolean urgent,
            int answers,
            Instant askedAt,
            Instant updatedAt) {
        public boolean open() {
            return state.equals("REQUESTED") || state.equals("WITH_PERSON");
        }

        /** A person's word counts more than the table's. */
        public String about() {
            return sorted == null ? topic : sorted;
        }
    }

    /**
     * One thing said.
     *
     * @param author SHOPPER, RULE or PERSON
     * @param name who of the shop wrote it
     */
    public record Message(long seq, String id, String author, String name, String body, Instant writtenAt) {}

    /**
     * What the shopper's words are in and name.
     *
     * @param language a code, or "unknown"
     * @param otherOrders those they name of the same shopper
     * @param ordersOfOthers how many they name that are somebody else's
     */
    public record Reading(
            String language,
            double languageProbability,
            List<Found> found,
            List<NamedOrder> otherOrders,
            int ordersOfOthers) {}

    /**
     * Something named.
     *
     * @param kind ORDER, ARTICLE, EMAIL, PHONE, TRACKING, MONEY, DATE or POSTCODE
     * @param from where in the message; {@code to} is behind its end
     */
    public record Found(String messageId, String kind, int from, int to, String text, String value) {}

    /** Another order than the question's own. */
    public record NamedOrder(String id, String number) {}

    /** The last message that whoever looks at this has read. */
    public long seen() {
        return messages.isEmpty() ? 0 : messages.getLast().seq();
    }
}
