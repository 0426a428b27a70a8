package io.tillflow.storefront.support;

import io.tillflow.models.message.Languages;
import io.tillflow.storefront.language.Language;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.outbox.EventType;
import io.tillflow.storefront.outbox.Outbox;
import io.tillflow.storefront.support.SupportMessage.Author;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The shop's side of a conversation: what a rule or a person says; saying it again changes nothing. */
@Service
@Transactional
public class AnswerSupport {
    private final Orders orders;
    private final Conversations conversations;
    private final Blanks blanks;
    private final Outbox outbox;

    AnswerSupport(Orders orders, Conversations conversations, Blanks blanks, Outbox outbox) {
        this.orders = orders;
        this.conversations = conversations;
        this.blanks = blanks;
        this.outbox = outbox;
    }

    /** What came of a rule's answer; it may be that a person has to give one. */
    public enum Outcome {
        GIVEN,
        /** A person was faster. */
        ANSWERED,
        CLOSED,
        /** More was written meanwhile, or the shop does not know what the answer names. */
        PERSON
    }

    /** @param messageId the answer that stands, and its number */
    public record RuleAnswer(
            Outcome outcome,
            @Nullable UUID messageId,
            @Nullable Long number) {
        static RuleAnswer none(Outcome outcome) {
            return new RuleAnswer(outcome, null, null);
        }
    }

    /** What came of a person's answer. */
    public sealed interface Reply {
        /** It stands on the page. */
        record Said(SupportRequest request) implements Reply {}

        /** The shopper wrote more than the answer's author has seen. */
        record Unread() implements Reply {}

        /** There is no such question. */
        record Unknown() implements Reply {}
    }

    /**
     * Answers by rule.
     *
     * @param text with blanks such as {carrier}, which the order fills
     * @param language of the text; nothing for the order's
     */
    public Optional<RuleAnswer> byRule(UUID requestId, String text, Optional<Language> language) {
        return locked(requestId).map(request -> {
            Optional<SupportMessage> standing = said(request).stream()
                    .filter(it -> it.author() != Author.SHOPPER)
                    .reduce((first, second) -> second);
            if (standing.isPresent()) {
                return new RuleAnswer(
                        standing.get().author() == Author.RULE ? Outcome.GIVEN : Outcome.ANSWERED,
                        standing.get().id(),
                        standing.get().seq());
            }
            if (!request.state().open()) {
                return RuleAnswer.none(Outcome.CLOSED);
            }
            Optional<String> filled = blanks.fill(text, order(request), language);
            if (filled.isEmpty() || said(request).size() > 1) {
                return RuleAnswer.none(Outcome.PERSON);
            }
            UUID id = UUID.nameUUIDFromBytes((requestId + "/rule").getBytes(StandardCharsets.UTF_8));
            long number = conversations.say(request, id, Author.RULE, "", filled.get());
            conversations.move(request, SupportState.ANSWERED);
            return new RuleAnswer(Outcome.GIVEN, id, number);
        });
    }

    /**
     * Writes as a person. An open question is answered by it and its automation hears of it; else another one carries it.
     *
     * @param id made up by the caller, so that sending it twice says it once
     * @param seen the last message that the author has read
     */
    public Reply reply(UUID requestId, UUID id, String name, String text, long seen) {
        Optional<SupportRequest> found = locked(requestId);
        if (found.isEmpty()) {
            return new Reply.Unknown();
        }
        SupportRequest request = found.get();
        List<SupportMessage> all = conversations.of(request.orderId());
        if (all.stream().anyMatch(it -> it.id().equals(id))) {
            return new Reply.Said(request);
        }
        if (all.stream().anyMatch(it -> it.author() == Author.SHOPPER && it.seq() > seen)) {
            return new Reply.Unread();
        }
        SupportEvents.Answer answer =
                new SupportEvents.Answer(id, conversations.say(request, id, Author.PERSON, name, text));
        if (request.state().open()) {
            conversations.move(request, SupportState.ANSWERED);
            outbox.publish(EventType.SUPPORT_ANSWERED, request.id(), new SupportEvents.Answered(answer));
        } else {
            outbox.publish(EventType.SUPPORT_WRITTEN, id, SupportEvents.written(order(request), request.id(), answer));
        }
        return new Reply.Said(conversations.find(requestId).orElseThrow());
    }

    /**
     * Takes a person's word for what a question is about, from which the shop's model learns; the last one counts.
     *
     * @throws IllegalArgumentException when it is no topic
     */
    public Optional<SupportRequest> sort(UUID requestId, String topic, String by) {
        if (!MessageTopic.ALL.contains(topic)) {
            throw new IllegalArgumentException(
                    "expected a topic of " + MessageTopic.ALL.stream().sorted().toList() + ", but got " + topic);
        }
        Optional<SupportRequest> found = locked(requestId);
        found.filter(it -> !topic.equals(it.sorted()))
                .ifPresent(it -> conversations.sort(
                        it, topic, by, Languages.of(words(requestId).orElse("")).code()));
        return found.flatMap(it -> conversations.find(requestId));
    }

    /** The words with which a question began. */
    public Optional<String> words(UUID requestId) {
        return conversations
                .find(requestId)
                .flatMap(request -> said(request).stream()
                        .filter(it -> it.author() == Author.SHOPPER)
                        .map(SupportMessage::body)
                        .findFirst());
    }

    /** Takes the automation's word; answers the question as it is. */
    public Optional<SupportRequest> tell(UUID requestId, SupportState state) {
        Optional<SupportRequest> found = locked(requestId);
        found.filter(it -> it.state().mayBecome(state)).ifPresent(it -> conversations.move(it, state));
        return found.flatMap(it -> conversations.find(requestId));
    }

    /** Orders are locked first, as by who writes. */
    private Optional<SupportRequest> locked(UUID requestId) {
        return conversations.find(requestId).flatMap(it -> {
            order(it);
            return conversations.find(requestId);
        });
    }

    private List<SupportMessage> said(SupportRequest request) {
        return conversations.of(request.orderId()).stream()
                .filter(it -> it.requestId().equals(request.id()))
                .toList();
    }

    private Order order(SupportRequest request) {
        return orders.lock(request.orderId()).orElseThrow();
    }
}
