package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.events.EventKind;
import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.support.AskSupport;
import io.tillflow.storefront.support.Conversations;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The conversation beside an order. Without the token in the address there is no such page. */
@Controller
public class SupportPage {
    private final Orders orders;
    private final Conversations conversations;
    private final AskSupport asking;
    private final Footprints footprints;
    private final Shells shells;
    private final Words words;
    private final Templates templates;

    SupportPage(
            Orders orders,
            Conversations conversations,
            AskSupport asking,
            Footprints footprints,
            Shells shells,
            Words words,
            Templates templates) {
        this.orders = orders;
        this.conversations = conversations;
        this.asking = asking;
        this.footprints = footprints;
        this.shells = shells;
        this.words = words;
        this.templates = templates;
    }

    /** What was typed, as it was typed. */
    public record Typed(String id, String text, String problem) {
        static Typed nothing() {
            return new Typed(UUID.randomUUID().toString(), "", "");
        }
    }

    /** Where it is, with the token. */
    public static String path(Order order) {
        return "/orders/" + order.id() + "/support?token=" + order.token();
    }

    @GetMapping("/orders/{id}/support")
    ResponseEntity<byte[]> page(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "") String token) {
        return page(request, HttpStatus.OK, allowed(id, token), Typed.nothing());
    }

    /** The part of the page that changes. */
    @GetMapping("/orders/{id}/support/live")
    ResponseEntity<byte[]> live(@PathVariable UUID id, @RequestParam(defaultValue = "") String token) {
        return templates.page("supportlive", values(allowed(id, token)));
    }

    @PostMapping("/orders/{id}/support")
    ResponseEntity<?> write(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String token,
            @RequestParam(name = "id", defaultValue = "") String key,
            @RequestParam(defaultValue = "") String text) {
        Order order = allowed(id, token);
        UUID message = ReturnPage.key(key);
        return switch (asking.write(id, message, text)) {
            case AskSupport.Answer.Taken ignored -> {
                footprints.note(request, EventKind.MESSAGE, null, Map.of("order", order.number()));
                yield back(order);
            }
            case AskSupport.Answer.Refused refused ->
                page(
                        request,
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        order,
                        new Typed(message.toString(), text, refused.why()));
        };
    }

    @PostMapping("/orders/{id}/support/close")
    ResponseEntity<?> close(@PathVariable UUID id, @RequestParam(defaultValue = "") String token) {
        Order order = allowed(id, token);
        asking.close(id);
        return back(order);
    }

    private static ResponseEntity<?> back(Order order) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path(order)))
                .build();
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, HttpStatus status, Order order, Typed typed) {
        Map<String, @Nullable Object> values = values(order);
        values.put("shell", shells.of(request, say("order.about", order.number())));
        values.put("typed", typed);
        return templates.page(status, "support", values);
    }

    private Map<String, @Nullable Object> values(Order order) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("order", order);
        values.put("latest", conversations.latest(order.id()).orElse(null));
        values.put("messages", conversations.of(order.id()));
        values.put("words", words);
        return values;
    }

    private Order allowed(UUID id, String token) {
        return orders.find(id).filter(order -> order.opensWith(token)).orElseThrow(NotHere::new);
    }
}
