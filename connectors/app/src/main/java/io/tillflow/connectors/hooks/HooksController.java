package io.tillflow.connectors.hooks;

import io.tillflow.connectors.hooks.Deliveries.Told;
import io.tillflow.connectors.intake.EventView;
import io.tillflow.connectors.intake.Inbox;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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
import tools.jackson.databind.JsonNode;

/** Webhooks for the studio and the command line; a secret is answered once, when it is made. */
@RestController
@RequestMapping("/api/v1/hooks")
class HooksController {
    private final Hooks hooks;
    private final HookBook book;
    private final Deliveries deliveries;
    private final Inbox inbox;
    private final Clock clock;
    private final String address;

    HooksController(
            Hooks hooks,
            HookBook book,
            Deliveries deliveries,
            Inbox inbox,
            Clock clock,
            @Value("${tillflow.connectors-public-url}") String address) {
        this.hooks = hooks;
        this.book = book;
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.clock = clock;
        this.address = address.replaceFirst("/+$", "");
    }

    record All(List<HookView> items) {}

    record Calls(List<Delivery> items) {}

    record Tried(
            String outcome, String explanation, @Nullable String event) {}

    record By(@Nullable String by) {}

    @GetMapping
    All all() {
        return new All(book.all().stream().map(it -> view(it, null)).toList());
    }

    @GetMapping("/{id}")
    HookView one(@PathVariable String id) {
        return view(known(id), null);
    }

    @PutMapping("/{id}")
    HookView save(@PathVariable String id, @RequestBody AskedHook asked) {
        String secret = hooks.save(asked.hook(id, clock.instant()));
        return view(known(id), secret.isEmpty() ? null : secret);
    }

    /** The old secret stops counting at once. */
    @PostMapping("/{id}/secret")
    HookView newSecret(@PathVariable String id, @RequestBody By by) {
        Hook hook = known(id);
        return view(hook, hooks.newSecret(hook, Objects.toString(by.by(), "")));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable String id) {
        hooks.delete(known(id));
        return ResponseEntity.noContent().build();
    }

    /** The newest first. */
    @GetMapping("/{id}/deliveries")
    Calls deliveries(@PathVariable String id) {
        return new Calls(deliveries.of(known(id).id()));
    }

    @PostMapping("/{id}/test")
    Tried tryOut(@PathVariable String id, @RequestBody JsonNode payload) {
        Told told = hooks.tryOut(known(id), payload.toString().getBytes(StandardCharsets.UTF_8));
        return new Tried(told.outcome().name(), told.explanation(), told.eventId());
    }

    private Hook known(String id) {
        return book.find(id).orElseThrow(() -> new Unknown(id));
    }

    private HookView view(Hook it, @Nullable String secret) {
        return new HookView(
                it.id(),
                address + "/hooks/" + it.id(),
                it.message(),
                it.signing().word(),
                it.header(),
                it.idFrom(),
                it.subjectFrom(),
                new TreeMap<>(it.variables()),
                it.perMinute(),
                it.secretName().value(),
                secret,
                book.begunBy(it.message()),
                latest(it),
                it.changedAt(),
                it.changedBy());
    }

    private @Nullable EventView latest(Hook it) {
        return inbox.newest(new Inbox.Origin(Payload.SOURCE, it.message(), it.id() + "/"), 1).stream()
                .findFirst()
                .orElse(null);
    }

    @ExceptionHandler
    ProblemDetail unknown(Unknown unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, Objects.toString(unknown.getMessage(), ""));
    }

    /** No webhook has this id. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown(String id) {
            super("there is no webhook '" + id + "'");
        }
    }
}
