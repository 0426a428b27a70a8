package io.tillflow.connectors.web;

import io.tillflow.connectors.messaging.LetterBook;
import io.tillflow.connectors.messaging.LetterState;
import io.tillflow.connectors.messaging.mailbox.Mailbox;
import io.tillflow.connectors.provider.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The local mailbox, and the letters of which nobody knows whether they left. */
@RestController
@RequestMapping("/api/v1")
class MailController {
    private final Mailbox mailbox;
    private final LetterBook letters;

    MailController(Mailbox mailbox, LetterBook letters) {
        this.mailbox = mailbox;
        this.letters = letters;
    }

    @GetMapping("/mailbox")
    Page<Mailbox.Received> list(
            @RequestParam @Nullable String to,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit) {
        return mailbox.list(to, Page.Request.of(after, limit));
    }

    @GetMapping("/mailbox/{id}")
    ResponseEntity<Mailbox.Opened> open(@PathVariable long id) {
        return ResponseEntity.of(mailbox.open(id));
    }

    @GetMapping("/letters")
    Page<LetterBook.Entry> letters(
            @RequestParam @Nullable LetterState state,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit) {
        return letters.all(state, Page.Request.of(after, limit));
    }

    record Answer(@Nullable LetterState state) {}

    /** A person's answer to "was it sent?". */
    @PutMapping("/letters/{seq}")
    ResponseEntity<?> resolve(@PathVariable long seq, @RequestBody Answer answer) {
        LetterState state = answer.state();
        if (state == null) {
            throw new IllegalArgumentException("state must be SENT or NOT_SENT");
        }
        var resolved = letters.resolve(seq, state);
        return resolved.isPresent()
                ? ResponseEntity.ok(resolved.get())
                : ResponseEntity.of(ProblemDetail.forStatusAndDetail(
                                HttpStatus.CONFLICT, "expected letter " + seq + " to be in doubt, but it is not"))
                        .build();
    }
}
