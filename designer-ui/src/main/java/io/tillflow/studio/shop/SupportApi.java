package io.tillflow.studio.shop;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What shoppers ask, for programs, under the same roles as the pages. */
@RestController
@RequestMapping("/api/v1/shop/support")
class SupportApi {
    private final ShopDesk desk;

    SupportApi(ShopDesk desk) {
        this.desk = desk;
    }

    record Reply(@Nullable String text, @Nullable Long seen) {}

    record Sorting(@Nullable String topic) {}

    @GetMapping
    ShopBook.Page<Conversation.Question> questions(
            @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String after) {
        return desk.book().questions(state, after);
    }

    @GetMapping("/{id}")
    Conversation conversation(@PathVariable UUID id) {
        return desk.book().conversation(id.toString());
    }

    /** An Idempotency-Key, a UUID, makes a repetition say it once. */
    @PostMapping("/{id}/replies")
    Conversation reply(
            @PathVariable UUID id,
            @RequestBody Reply reply,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key) {
        desk.reply(
                id.toString(),
                key == null ? UUID.randomUUID() : key,
                reply.text() == null ? "" : reply.text(),
                reply.seen() == null ? Long.MAX_VALUE : reply.seen());
        return desk.book().conversation(id.toString());
    }

    /** Says what a question is about: WHERE, RETURN, CANCEL, INVOICE, ADDRESS, PAYMENT, COMPLAINT or OTHER. */
    @PutMapping("/{id}/topic")
    Conversation sort(@PathVariable UUID id, @RequestBody Sorting sorting) {
        desk.sort(id.toString(), sorting.topic() == null ? "" : sorting.topic());
        return desk.book().conversation(id.toString());
    }

    @ExceptionHandler
    ProblemDetail unread(ShopDesk.Unread unread) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(unread.getMessage()));
        problem.setTitle("There is something new to read");
        return problem;
    }
}
