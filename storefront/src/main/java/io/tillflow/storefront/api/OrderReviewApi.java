package io.tillflow.storefront.api;

import static io.tillflow.storefront.language.Texts.say;

import io.tillflow.storefront.orders.Orders;
import io.tillflow.storefront.reviews.Review;
import io.tillflow.storefront.reviews.Reviews;
import io.tillflow.storefront.reviews.WriteReview;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a buyer says of something that an order brought; without the order's token there is no such thing. */
@RestController
@RequestMapping("/api/v1/orders/{id}/reviews/{product}")
class OrderReviewApi {
    private final Orders orders;
    private final Reviews reviews;
    private final WriteReview writing;
    private final Clock clock;

    OrderReviewApi(Orders orders, Reviews reviews, WriteReview writing, Clock clock) {
        this.orders = orders;
        this.reviews = reviews;
        this.writing = writing;
        this.clock = clock;
    }

    record Written(
            @Nullable String name,
            @Nullable Integer stars,
            @Nullable String body) {
        String said(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    /** As its buyer sees it, with whether it is shown to others. */
    record Own(String name, int stars, String body, Review.State state) {
        static Own of(Review review) {
            return new Own(review.name(), review.stars(), review.body(), review.state());
        }
    }

    @GetMapping
    Own read(@PathVariable UUID id, @PathVariable String product, @RequestParam @Nullable String token) {
        allowed(id, product, token);
        return own(id, product).orElseThrow(() -> ShopProblem.notFound("review"));
    }

    /** Written again it is changed, and read by somebody of the shop again before others see it. */
    @PutMapping
    Own write(
            @PathVariable UUID id,
            @PathVariable String product,
            @RequestParam @Nullable String token,
            @RequestBody Written written) {
        allowed(id, product, token);
        String name = written.said(written.name());
        String stars = written.stars() == null ? "" : String.valueOf(written.stars());
        String body = written.said(written.body());
        String problem = WriteReview.problem(name, stars, body);
        if (!problem.isEmpty()) {
            throw new ShopProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", problem);
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
            throw new ShopProblem(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "changed-too-often",
                    say("order.changedTooOften", Review.MOST_CHANGES));
        }
        return own(id, product).orElseThrow();
    }

    private Optional<Own> own(UUID id, String product) {
        return reviews.of(id, product).map(Own::of);
    }

    private void allowed(UUID id, String product, @Nullable String token) {
        boolean theirs = orders.find(id)
                .filter(order -> order.opensWith(token) && WriteReview.open(order))
                .filter(order ->
                        order.lines().stream().anyMatch(line -> line.product().equals(product)))
                .isPresent();
        if (!theirs) {
            throw ShopProblem.notFound("order");
        }
    }
}
