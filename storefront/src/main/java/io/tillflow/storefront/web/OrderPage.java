package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.byhand.SettleChange;
import io.tillflow.storefront.money.Money;
import io.tillflow.storefront.notices.Notices;
import io.tillflow.storefront.orders.DearerChange;
import io.tillflow.storefront.orders.DearerChanges;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderProgress;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.returns.OrderReturn;
import io.tillflow.storefront.returns.Returns;
import io.tillflow.storefront.support.Conversations;
import io.tillflow.storefront.support.SupportRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** An order as its shopper follows it. Without the token in the address there is no such page. */
@Controller
public class OrderPage {
    private final Orders orders;
    private final OrderProgress progress;
    private final Returns returns;
    private final Conversations conversations;
    private final Notices notices;
    private final DearerChanges changes;
    private final SettleChange settle;
    private final OrderStory story;
    private final OrderStream stream;
    private final Shells shells;
    private final Words words;
    private final Templates templates;

    OrderPage(
            Orders orders,
            OrderProgress progress,
            Returns returns,
            Conversations conversations,
            Notices notices,
            DearerChanges changes,
            SettleChange settle,
            OrderStory story,
            OrderStream stream,
            Shells shells,
            Words words,
            Templates templates) {
        this.orders = orders;
        this.progress = progress;
        this.returns = returns;
        this.conversations = conversations;
        this.notices = notices;
        this.changes = changes;
        this.settle = settle;
        this.story = story;
        this.stream = stream;
        this.shells = shells;
        this.words = words;
        this.templates = templates;
    }

    /** Whether something may still change. */
    public static boolean live(Order order, List<OrderReturn> returns, @Nullable SupportRequest asked) {
        return !order.state().finished()
                || (asked != null && asked.state().open())
                || returns.stream().anyMatch(back -> !back.state().finished());
    }

    @GetMapping("/orders/{id}")
    ResponseEntity<byte[]> order(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "") String token) {
        Order order = allowed(id, token);
        changes.lookSoon(id);
        return page(request, HttpStatus.OK, order, null);
    }

    /** The part of the page that changes. */
    @GetMapping("/orders/{id}/live")
    ResponseEntity<byte[]> live(@PathVariable UUID id, @RequestParam(defaultValue = "") String token) {
        Order order = allowed(id, token);
        return Money.in(order.currency(), () -> templates.page("orderlive", values(order, null)));
    }

    @GetMapping(path = "/orders/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@PathVariable UUID id, @RequestParam(defaultValue = "") String token) {
        return stream.open(allowed(id, token).id());
    }

    @PostMapping("/orders/{id}/cancel")
    ResponseEntity<?> cancel(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "") String token) {
        Order order = allowed(id, token);
        return switch (progress.cancel(id, "SHOPPER")) {
            case DONE ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(order.path()))
                        .build();
            case TOO_LATE, UNKNOWN -> page(request, HttpStatus.CONFLICT, allowed(id, token), say("order.tooLate"));
        };
    }

    /** The change that waits for its payment is not wanted: the order stays as it is. */
    @PostMapping("/orders/{id}/keep")
    ResponseEntity<?> keep(@PathVariable UUID id, @RequestParam(defaultValue = "") String token) {
        Order order = allowed(id, token);
        settle.callOff(id, DearerChange.End.KEPT);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(order.path()))
                .build();
    }

    private ResponseEntity<byte[]> page(
            HttpServletRequest request, HttpStatus status, Order order, @Nullable String notice) {
        Shell shell = shells.of(request, say("order.number", order.number()));
        return Money.in(order.currency(), () -> {
            Map<String, @Nullable Object> values = values(order, notice);
            values.put("shell", shell);
            return templates.page(status, "order", values);
        });
    }

    private Map<String, @Nullable Object> values(Order order, @Nullable String notice) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("order", order);
        values.put("story", story.of(order, orders.history(order.id())));
        values.put("notice", notice);
        values.put("words", words);
        values.put("returns", returns.of(order.id()));
        values.put("asked", conversations.latest(order.id()).orElse(null));
        values.put("messages", conversations.of(order.id()));
        values.put("change", changes.news(order.id()).orElse(null));
        values.put("told", notices.aboutOrder(order.id()));
        return values;
    }

    private Order allowed(UUID id, String token) {
        return orders.find(id).filter(o -> o.opensWith(token)).orElseThrow(NotHere::new);
    }
}
