package io.tillflow.connectors.hooks;

import io.tillflow.connectors.hooks.Deliveries.Told;
import io.tillflow.connectors.hooks.Delivery.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where callers from outside reach the webhooks. */
@RestController
class HookController {
    private static final String A_MINUTE = "60";

    private final Hooks hooks;
    private final HookBook book;

    HookController(Hooks hooks, HookBook book) {
        this.hooks = hooks;
        this.book = book;
    }

    @PostMapping("/hooks/{id}")
    ResponseEntity<?> hear(@PathVariable String id, HttpServletRequest request) throws IOException {
        Optional<Hook> hook = book.find(id);
        if (hook.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "there is no webhook '" + id + "'")
                    .build();
        }
        // one byte more than allowed tells that it is too large; the rest is not read
        byte[] body = request.getInputStream().readNBytes(Hooks.LARGEST + 1);
        Told told = hooks.hear(hook.get(), new Call(headers(request), body, false));
        if (told.outcome().isTaken()) {
            return ResponseEntity.ok(Map.of(
                    "status", told.outcome().name().toLowerCase(Locale.ROOT), "event", String.valueOf(told.eventId())));
        }
        ResponseEntity.HeadersBuilder<?> refusal =
                problem(HttpStatus.valueOf(told.outcome().status()), told.explanation());
        if (told.outcome() == Outcome.TOO_MANY) {
            refusal.header(HttpHeaders.RETRY_AFTER, A_MINUTE);
        }
        return refusal.build();
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, String.valueOf(request.getHeader(name)));
        }
        return headers;
    }

    private static ResponseEntity.HeadersBuilder<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
