package io.tillflow.studio.review;

import io.tillflow.studio.security.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reviews, comments and the setting that makes them a condition of going live. */
@RestController
@RequestMapping("/api/v1")
@RolesAllowed(Role.Is.ANALYST)
class ReviewsApi {
    private final Reviews reviews;
    private final FourEyes fourEyes;

    ReviewsApi(Reviews reviews, FourEyes fourEyes) {
        this.reviews = reviews;
        this.fourEyes = fourEyes;
    }

    record Request(int version, @Nullable String note) {}

    record Answer(@Nullable String note) {}

    record Remark(int version, @Nullable String elementId, String text) {}

    record Switch(boolean on) {}

    @GetMapping("/models/{id}/reviews")
    @RolesAllowed(Role.Is.VIEWER)
    Map<String, List<Review>> of(@PathVariable String id) {
        return Map.of("reviews", reviews.of(id));
    }

    @PostMapping("/models/{id}/reviews")
    @ResponseStatus(HttpStatus.CREATED)
    Review request(@PathVariable String id, @RequestBody Request request) {
        return reviews.request(id, request.version(), text(request.note()));
    }

    @GetMapping("/reviews")
    @RolesAllowed(Role.Is.VIEWER)
    Map<String, List<Review>> open() {
        return Map.of("reviews", reviews.open());
    }

    @PostMapping("/reviews/{id}/approval")
    Review approve(@PathVariable long id, @RequestBody Answer answer) {
        return reviews.decide(id, true, text(answer.note()));
    }

    @PostMapping("/reviews/{id}/refusal")
    Review refuse(@PathVariable long id, @RequestBody Answer answer) {
        return reviews.decide(id, false, text(answer.note()));
    }

    @PostMapping("/reviews/{id}/withdrawal")
    Review withdraw(@PathVariable long id) {
        return reviews.withdraw(id);
    }

    @GetMapping("/models/{id}/comments")
    @RolesAllowed(Role.Is.VIEWER)
    Map<String, List<Comment>> comments(@PathVariable String id) {
        return Map.of("comments", reviews.comments(id));
    }

    @PostMapping("/models/{id}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    Comment comment(@PathVariable String id, @RequestBody Remark remark) {
        return reviews.comment(id, remark.version(), text(remark.elementId()), remark.text());
    }

    @PostMapping("/comments/{id}/settlement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@PathVariable long id) {
        reviews.settle(id);
    }

    @GetMapping("/settings/four-eyes")
    @RolesAllowed(Role.Is.VIEWER)
    Switch fourEyes() {
        return new Switch(fourEyes.on());
    }

    @PutMapping("/settings/four-eyes")
    @RolesAllowed(Role.Is.ADMIN)
    Switch fourEyes(@RequestBody Switch wanted) {
        fourEyes.set(wanted.on());
        return wanted;
    }

    @ExceptionHandler
    ProblemDetail refused(ReviewRefused refused) {
        HttpStatus status = switch (refused.why()) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case ALREADY_OPEN, NOT_OPEN -> HttpStatus.CONFLICT;
            case OWN -> HttpStatus.FORBIDDEN;
            case UNFIT -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(refused.getMessage()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
