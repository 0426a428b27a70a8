package io.tillflow.storefront.web;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.orders.Order;
import io.tillflow.storefront.orders.OrderLine;
import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.reviews.Review;
import io.tillflow.storefront.reviews.Reviews;
import io.tillflow.storefront.reviews.WriteReview;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a buyer says how it is: only for what their parcel brought. */
@Controller
public class ReviewPage {
    private final Orders orders;
    private final Reviews reviews;
    private final WriteReview writing;
    private final Shells shells;
    private final Templates templates;
    private final Clock clock;

    ReviewPage(Orders orders, Reviews reviews, WriteReview writing, Shells shells, Templates templates, Clock clock) {
        this.orders = orders;
        this.reviews = reviews;
        this.writing = writing;
        this.shells = shells;
        this.templates = templates;
        this.clock = clock;
    }

    /** What was typed, as it was typed. */
    public record Typed(String name, String stars, String body, String problem) {}

    /** Whether there is something to say yet. */
    public static boolean open(Order order) {
        return WriteReview.open(order);
    }

    @GetMapping("/orders/{id}/reviews/{product}")
    ResponseEntity<byte[]> form(
            HttpServletRequest request,
            @PathVariable UUID id,
            @PathVariable String product,
            @RequestParam(defaultValue = "") String token) {
        Order order = allowed(id, token);
        Typed typed = reviews.of(id, product)
                .map(r -> new Typed(r.name(), String.valueOf(r.stars()), r.body(), ""))
                .orElse(new Typed("", "", "", ""));
        return page(request, HttpStatus.OK, order, line(order, product), typed);
    }

    @PostMapping("/orders/{id}/reviews/{product}")
    ResponseEntity<?> write(
            HttpServletRequest request,
            @PathVariable UUID id,
            @PathVariable String product,
            @RequestParam Map<String, String> fields) {
        Order order = allowed(id, fields.getOrDefault("token", ""));
        OrderLine line = line(order, product);
        String name = fields.getOrDefault("name", "").strip();
        String stars = fields.getOrDefault("stars", "");
        String body = fields.getOrDefault("body", "").strip();
        String problem = WriteReview.problem(name, stars, body);
        if (!problem.isEmpty()) {
            Typed typed = new Typed(name, stars, body, problem);
            return page(request, HttpStatus.UNPROCESSABLE_CONTENT, order, line, typed);
        }
        Review review = new Review(
                UUID.randomUUID(),
                product,
                id,
                name,
                Integer.parseInt(stars),
                body,
                Review.State.WAITING,
                "",
                clock.instant());
        if (!writing.write(review)) {
            Typed typed = new Typed(name, stars, body, say("order.changedTooOften", Review.MOST_CHANGES));
            return page(request, HttpStatus.TOO_MANY_REQUESTS, order, line, typed);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(order.path()))
                .build();
    }

    private ResponseEntity<byte[]> page(
            HttpServletRequest request, HttpStatus status, Order order, OrderLine line, Typed typed) {
        return templates.page(
                status,
                "review",
                Map.of(
                        "shell", shells.of(request, say("order.howIsIt")),
                        "order", order,
                        "line", line,
                        "typed", typed));
    }

    private Order allowed(UUID id, String token) {
        return orders.find(id)
                .filter(order -> order.opensWith(token) && open(order))
                .orElseThrow(NotHere::new);
    }

    private static OrderLine line(Order order, String product) {
        return order.lines().stream()
                .filter(line -> line.product().equals(product))
                .findFirst()
                .orElseThrow(NotHere::new);
    }
}
