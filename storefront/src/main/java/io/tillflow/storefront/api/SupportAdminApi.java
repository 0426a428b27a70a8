package io.tillflow.storefront.api;

import io.tillflow.storefront.byhand.AnswerByHand;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.support.AnswerSupport;
import io.tillflow.storefront.support.AnswerSupport.Reply;
import io.tillflow.storefront.support.AskSupport;
import io.tillflow.storefront.support.Conversations;
import io.tillflow.storefront.support.MessageReading;
import io.tillflow.storefront.support.SupportMessage;
import io.tillflow.storefront.support.SupportRequest;
import io.tillflow.storefront.support.SupportState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What shoppers ask, for the people who answer them. */
@RestController
@RequestMapping("/api/v1/admin/support")
class SupportAdminApi {
    private static final UUID LAST = new UUID(-1, -1);

    private final Orders orders;
    private final Conversations conversations;
    private final AnswerSupport answers;
    private final AnswerByHand letters;
    private final MessageReading reading;

    SupportAdminApi(
            Orders orders,
            Conversations conversations,
            AnswerSupport answers,
            AnswerByHand letters,
            MessageReading reading) {
        this.orders = orders;
        this.conversations = conversations;
        this.answers = answers;
        this.letters = letters;
        this.reading = reading;
    }

    /** A question with all that was said about its order, and what was read out of it. */
    record Conversation(
            SupportRequest request, String number, List<SupportMessage> messages, MessageReading.Reading reading) {}

    record Written(
            @Nullable UUID id,
            @Nullable String text,
            @Nullable String by,
            @Nullable Long seen) {}

    @GetMapping
    Page<SupportRequest> list(
            @RequestParam @Nullable SupportState state,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit) {
        int most = Page.limit(limit);
        String cursor = Page.decode(after, "");
        List<SupportRequest> read;
        if (cursor.isEmpty()) {
            read = conversations.page(state, null, LAST, most + 1);
        } else {
            Cursors.TimeAndId from = Cursors.timeAndId(cursor);
            read = conversations.page(state, from.time(), from.id(), most + 1);
        }
        return Page.cut(read, most, it -> new Cursors.TimeAndId(it.askedAt(), it.id()).text(), it -> it);
    }

    @GetMapping("/{id}")
    Conversation conversation(@PathVariable UUID id) {
        return conversation(conversations.find(id).orElseThrow(() -> ShopProblem.notFound("question")));
    }

    record Sorted(@Nullable String topic, @Nullable String by) {}

    /** Says what a question is about; the shop's model learns from it. */
    @PutMapping("/{id}/topic")
    SupportRequest sort(@PathVariable UUID id, @RequestBody Sorted sorted) {
        if (sorted.topic() == null) {
            throw ShopProblem.needed("topic");
        }
        try {
            return answers.sort(id, sorted.topic(), sorted.by() == null ? "" : sorted.by())
                    .orElseThrow(() -> ShopProblem.notFound("question"));
        } catch (IllegalArgumentException none) {
            throw ShopProblem.invalid("topic", String.valueOf(none.getMessage()));
        }
    }

    /** Writes to the shopper; refused with 409 when there is something new to read first. */
    @PostMapping("/{id}/replies")
    Conversation reply(@PathVariable UUID id, @RequestBody Written written) {
        if (written.id() == null) {
            throw ShopProblem.needed("id");
        }
        if (written.text() == null || written.text().isBlank() || written.text().length() > AskSupport.LONGEST) {
            throw ShopProblem.invalid("text", "Between 1 and " + AskSupport.LONGEST + " characters.");
        }
        String by = written.by() == null ? "" : written.by();
        long seen = written.seen() == null ? Long.MAX_VALUE : written.seen();
        boolean open = conversations.find(id).filter(it -> it.state().open()).isPresent();
        return switch (answers.reply(id, written.id(), by, written.text().strip(), seen)) {
            case Reply.Said said -> {
                conversations.message(written.id()).ifPresent(answer -> letters.send(said.request(), answer, open));
                yield conversation(said.request());
            }
            case Reply.Unread ignored ->
                throw new ShopProblem(HttpStatus.CONFLICT, "unread", "The shopper has written more: read that first.");
            case Reply.Unknown ignored -> throw ShopProblem.notFound("question");
        };
    }

    private Conversation conversation(SupportRequest request) {
        String number = orders.find(request.orderId()).map(Order::number).orElseThrow();
        return new Conversation(request, number, conversations.of(request.orderId()), reading.reading(request));
    }
}
