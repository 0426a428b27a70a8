package io.tillflow.storefront.api;

import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.support.AskSupport;
import io.tillflow.storefront.support.Conversations;
import io.tillflow.storefront.support.SupportMessage;
import io.tillflow.storefront.support.SupportMessage.Author;
import io.tillflow.storefront.support.SupportRequest;
import io.tillflow.storefront.support.SupportState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The conversation about an order as its shopper may see it; without the right token it does not exist. */
@RestController
@RequestMapping("/api/v1/orders/{id}/support")
class SupportApi {
    private final Orders orders;
    private final Conversations conversations;
    private final AskSupport asking;

    SupportApi(Orders orders, Conversations conversations, AskSupport asking) {
        this.orders = orders;
        this.conversations = conversations;
        this.asking = asking;
    }

    record Said(UUID id, Author author, String text, Instant at) {
        static Said of(SupportMessage message) {
            return new Said(message.id(), message.author(), message.body(), message.writtenAt());
        }
    }

    record Conversation(@Nullable SupportState state, List<Said> messages) {}

    record Message(
            @Nullable UUID id,
            @Nullable String token,
            @Nullable String text) {}

    @GetMapping
    Conversation read(@PathVariable UUID id, @RequestParam @Nullable String token) {
        allowed(id, token);
        return conversation(id);
    }

    @PostMapping
    Conversation write(@PathVariable UUID id, @RequestParam @Nullable String token, @RequestBody Message message) {
        allowed(id, message.token() == null ? token : message.token());
        UUID key = message.id() == null ? UUID.randomUUID() : message.id();
        return switch (asking.write(id, key, message.text() == null ? "" : message.text())) {
            case AskSupport.Answer.Taken ignored -> conversation(id);
            case AskSupport.Answer.Refused refused ->
                throw new ShopProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", refused.why())
                        .with("errors", List.of(new FieldError("text", refused.why())));
        };
    }

    /** The shopper needs no answer any more. */
    @DeleteMapping
    Conversation close(@PathVariable UUID id, @RequestParam @Nullable String token) {
        allowed(id, token);
        asking.close(id);
        return conversation(id);
    }

    private Conversation conversation(UUID id) {
        return new Conversation(
                conversations.latest(id).map(SupportRequest::state).orElse(null),
                conversations.of(id).stream().map(Said::of).toList());
    }

    private Order allowed(UUID id, @Nullable String token) {
        return orders.find(id).filter(order -> order.opensWith(token)).orElseThrow(() -> ShopProblem.notFound("order"));
    }
}
