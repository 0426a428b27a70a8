package io.tillflow.connectors.webhooks;

import io.tillflow.connectors.intake.Event;
import io.tillflow.connectors.intake.Inbox;
import io.tillflow.connectors.provider.webhook.WebhookSignature;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Hears providers: only what is signed, once per event however often it is told. */
@RestController
class WebhookController {
    private static final Logger log = LoggerFactory.getLogger(WebhookController.class);
    private static final Set<String> PROVIDERS = Set.of("payments", "shipping", "suppliers");
    private static final int LARGEST = 64_000;

    private final WebhookSignature signature;
    private final Inbox inbox;

    WebhookController(WebhookSignature signature, Inbox inbox) {
        this.signature = signature;
        this.inbox = inbox;
    }

    @PostMapping("/api/v1/webhooks/{provider}")
    ResponseEntity<Object> hear(
            @PathVariable String provider,
            @RequestHeader(name = WebhookSignature.HEADER, required = false) @Nullable String signed,
            @RequestBody byte[] body) {
        if (!PROVIDERS.contains(provider)) {
            return ResponseEntity.notFound().build();
        }
        if (body.length > LARGEST || !signature.accepts(signed, body)) {
            log.warn("refused a webhook of {} whose signature does not fit", provider);
            return refuse(HttpStatus.UNAUTHORIZED, "expected a webhook signed within the last five minutes");
        }
        try {
            Optional<Event> event = ProviderEvent.read(provider, body);
            event.ifPresent(known -> inbox.accept(List.of(known)));
            return ResponseEntity.status(event.isPresent() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                    .build();
        } catch (IllegalArgumentException e) {
            return refuse(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static ResponseEntity<Object> refuse(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
