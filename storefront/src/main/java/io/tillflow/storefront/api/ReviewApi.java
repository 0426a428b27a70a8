package io.tillflow.storefront.api;

import io.tillflow.storefront.reviews.Review;
import io.tillflow.storefront.reviews.Reviews;
import java.time.Instant;
import java.util.List;
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

/** Reviews: everybody reads those shown, staff decide which are. */
@RestController
@RequestMapping("/api/v1")
class ReviewApi {
    private final Reviews reviews;

    ReviewApi(Reviews reviews) {
        this.reviews = reviews;
    }

    record Shown(String name, int stars, String body, Instant writtenAt) {}

    record Decision(Review.@Nullable State state, @Nullable String reason) {}

    @GetMapping("/products/{slug}/reviews")
    List<Shown> shown(@PathVariable String slug) {
        return reviews.shown(slug).stream()
                .limit(100)
                .map(r -> new Shown(r.name(), r.stars(), r.body(), r.writtenAt()))
                .toList();
    }

    @GetMapping("/admin/reviews")
    Page<Review> page(
            @RequestParam(defaultValue = "WAITING") Review.State state,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit) {
        int most = Page.limit(limit);
        int from = Cursors.number(Page.decode(after, "0"));
        List<Review> read = reviews.page(state, from, most + 1);
        boolean more = read.size() > most;
        return new Page<>(read.stream().limit(most).toList(), more ? Page.encode(String.valueOf(from + most)) : null);
    }

    @PutMapping("/admin/reviews/{id}")
    Review decide(@PathVariable UUID id, @RequestBody Decision decision) {
        Review.State state = decision.state();
        String reason = decision.reason() == null ? "" : decision.reason().strip();
        if (state == null || (state == Review.State.REFUSED && reason.isEmpty())) {
            throw new ShopProblem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", "Some fields need another look.")
                    .with("errors", List.of(new FieldError("state, reason", "SHOWN, or REFUSED with a reason.")));
        }
        return reviews.decide(id, state, reason).orElseThrow(() -> ShopProblem.notFound("review"));
    }
}
