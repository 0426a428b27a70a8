package io.tillflow.storefront.support;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.outbox.EventType;
import io.tillflow.storefront.outbox.Outbox;
import io.tillflow.storefront.support.SupportMessage.Author;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what a shopper writes about an order and hands it to the automation, which decides who answers. */
@Service
@Transactional
public class AskSupport {
    /** The longest message, in characters. */
    public static final int LONGEST = 2_000;

    private static final int MOST_AN_HOUR = 10;
    private static final int MOST_AN_ORDER = 200;
    private static final Duration LATELY = Duration.ofDays(7);

    private final Orders orders;
    private final Conversations conversations;
    private final MessageTopic topics;
    private final Outbox outbox;
    private final Clock clock;

    AskSupport(Orders orders, Conversations conversations, MessageTopic topics, Outbox outbox, Clock clock) {
        this.orders = orders;
        this.conversations = conversations;
        this.topics = topics;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What came of writing. */
    public sealed interface Answer {
        /** It is noted; written again with the same id it is the same message. */
        record Taken() implements Answer {}

        /** It cannot be, in words for the shopper. */
        record Refused(String why) implements Answer {}
    }

    /**
     * Adds a message; a new question begins where none is open.
     *
     * @param id made up by the form, so that sending it twice writes once
     */
    public Answer write(UUID orderId, UUID id, String typed) {
        Order order = orders.lock(orderId).orElseThrow();
        Optional<SupportMessage> known = conversations.message(id);
        if (known.isPresent()) {
            boolean own = conversations.of(orderId).contains(known.get());
            return own ? new Answer.Taken() : new Answer.Refused(say("order.writeAgain"));
        }
        String text = typed.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "").strip();
        if (text.isEmpty()) {
            return new Answer.Refused(say("order.writeWhat"));
        }
        if (text.length() > LONGEST) {
            return new Answer.Refused(say("order.tooLong", text.length(), LONGEST));
        }
        if (conversations.written(orderId, clock.instant().minus(Duration.ofHours(1))) >= MOST_AN_HOUR
                || conversations.written(orderId, Instant.EPOCH) >= MOST_AN_ORDER) {
            return new Answer.Refused(say("order.aLot"));
        }
        add(order, id, text);
        return new Answer.Taken();
    }

    /** What is added to an open question may make it urgent: its automation hears of it and reads again. */
    private void add(Order order, UUID id, String text) {
        Optional<SupportRequest> open =
                conversations.latest(order.id()).filter(it -> it.state().open());
        long number = conversations.say(open.orElseGet(() -> request(order, text)), id, Author.SHOPPER, "", text);
        open.ifPresent(it -> outbox.publish(
                EventType.SUPPORT_CONTINUED, it.id(), new SupportEvents.Continued(new SupportEvents.More(number))));
    }

    private SupportRequest request(Order order, String text) {
        Instant now = clock.instant();
        String topic = topics.topic(text);
        Set<UUID> byRule = byRule(order);
        int round = (int) conversations.requests(order.id()).stream()
                .filter(earlier -> earlier.askedAt().isAfter(now.minus(LATELY)))
                .filter(earlier -> earlier.topic().equals(topic)
                        || (earlier.topic().equals(MessageTopic.OTHER) && byRule.contains(earlier.id())))
                .count();
        SupportRequest asked = new SupportRequest(
                UUID.randomUUID(), order.id(), SupportState.REQUESTED, topic, null, topics.urgent(text), 0, now, now);
        conversations.open(asked);
        outbox.publish(
                EventType.SUPPORT_REQUESTED,
                asked.id(),
                new SupportEvents.Requested(
                        order.number(),
                        new SupportEvents.Sold(order.id().toString(), order.number()),
                        new SupportEvents.Asked(
                                asked.id().toString(),
                                topic,
                                asked.urgent(),
                                round,
                                order.state().name())));
        return asked;
    }

    /** Questions that a rule answered; where the words told nothing a model had read them, perhaps as what comes now. */
    private Set<UUID> byRule(Order order) {
        return conversations.of(order.id()).stream()
                .filter(said -> said.author() == Author.RULE)
                .map(SupportMessage::requestId)
                .collect(Collectors.toSet());
    }

    /** The shopper needs no answer any more; closing again changes nothing. */
    public void close(UUID orderId) {
        Order order = orders.lock(orderId).orElseThrow();
        conversations
                .latest(order.id())
                .filter(it -> it.state() != SupportState.CLOSED)
                .ifPresent(it -> {
                    conversations.move(it, SupportState.CLOSED);
                    if (it.state().open()) {
                        outbox.publish(
                                EventType.SUPPORT_CLOSED,
                                it.id(),
                                new SupportEvents.Closed(new SupportEvents.Closing("SHOPPER")));
                    }
                });
    }
}
