package io.tillflow.connectors.letterboxes;

import io.tillflow.connectors.intake.EventView;
import io.tillflow.connectors.intake.Inbox;
import io.tillflow.connectors.letterboxes.LetterboxBook.Kept;
import io.tillflow.connectors.secrets.Secrets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Letterboxes for the studio and the command line; a password goes in among the secrets and never out. */
@RestController
@RequestMapping("/api/v1/letterboxes")
class LetterboxesController {
    private final Letterboxes letterboxes;
    private final LetterboxBook book;
    private final ToldLetters told;
    private final Inbox inbox;
    private final Secrets secrets;
    private final Clock clock;

    LetterboxesController(
            Letterboxes letterboxes, LetterboxBook book, ToldLetters told, Inbox inbox, Secrets secrets, Clock clock) {
        this.letterboxes = letterboxes;
        this.book = book;
        this.told = told;
        this.inbox = inbox;
        this.secrets = secrets;
        this.clock = clock;
    }

    record All(List<LetterboxView> items) {}

    record Letters(List<ToldLetter> items) {}

    @GetMapping
    All all() {
        Set<String> passwords = secretNames();
        return new All(book.all().stream().map(it -> view(it, passwords)).toList());
    }

    @GetMapping("/{id}")
    LetterboxView one(@PathVariable String id) {
        return view(known(id), secretNames());
    }

    @PutMapping("/{id}")
    LetterboxView save(@PathVariable String id, @RequestBody AskedLetterbox asked) {
        letterboxes.save(asked.letterbox(id, clock.instant()));
        return one(id);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        letterboxes.delete(known(id).box());
        return ResponseEntity.noContent().build();
    }

    /** Looks within a second or two, also after trouble; not while it is paused. */
    @PostMapping("/{id}/look")
    LetterboxView look(@PathVariable String id) {
        book.lookSoon(known(id).box().id(), clock.instant());
        return one(id);
    }

    /** What became of the last letters, the newest first. */
    @GetMapping("/{id}/letters")
    Letters letters(@PathVariable String id) {
        return new Letters(told.of(known(id).box().id()));
    }

    private Kept known(String id) {
        return book.find(id).orElseThrow(() -> new Unknown(id));
    }

    private Set<String> secretNames() {
        return secrets.all().stream().map(Secrets.Shown::name).collect(Collectors.toSet());
    }

    private LetterboxView view(Kept kept, Set<String> passwords) {
        Letterbox it = kept.box();
        Position at = kept.position();
        return new LetterboxView(
                it.id(),
                it.account().host(),
                it.account().port(),
                it.account().security().word(),
                it.account().login(),
                it.account().folder(),
                it.message(),
                it.takes().stream().sorted().map(Taken::word).toList(),
                it.mostText(),
                it.automatic(),
                it.ordersToSupport(),
                it.everySeconds(),
                it.paused(),
                it.secretName().value(),
                passwords.contains(it.secretName().value()),
                at.validity() != null,
                at.lookedAt(),
                at.movedAt(),
                at.trouble(),
                book.begunBy(it.message()),
                latest(it),
                it.changedAt(),
                it.changedBy());
    }

    private @Nullable EventView latest(Letterbox it) {
        return inbox.newest(new Inbox.Origin(LetterEvent.SOURCE, it.message(), it.id() + "/"), 1).stream()
                .findFirst()
                .orElse(null);
    }

    @ExceptionHandler
    ProblemDetail unknown(Unknown unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, Objects.toString(unknown.getMessage(), ""));
    }

    /** No letterbox has this id. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown(String id) {
            super("there is no letterbox '" + id + "'");
        }
    }
}
