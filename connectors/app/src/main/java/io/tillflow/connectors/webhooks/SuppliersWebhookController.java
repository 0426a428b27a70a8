package io.tillflow.connectors.webhooks;

import io.tillflow.connectors.intake.Event;
import io.tillflow.connectors.intake.Inbox;
import io.tillflow.connectors.provider.webhook.WebhookSignature;
import io.tillflow.connectors.secrets.SecretName;
import io.tillflow.connectors.secrets.Secrets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Hears the suppliers' service: only what it signed with the secret we share, within five minutes, each event once. */
@RestController
class SuppliersWebhookController {
    static final SecretName SECRET = new SecretName("SUPPLIERS_WEBHOOK_SECRET");

    private static final Logger log = LoggerFactory.getLogger(SuppliersWebhookController.class);
    private static final int LARGEST = 64_000;

    private final Secrets secrets;
    private final Inbox inbox;
    private final Clock clock;

    SuppliersWebhookController(Secrets secrets, Inbox inbox, Clock clock) {
        this.secrets = secrets;
        this.inbox = inbox;
        this.clock = clock;
    }

    @PostMapping("/api/v1/webhooks/purchases")
    ResponseEntity<Object> hear(
            @RequestHeader(name = WebhookSignature.HEADER, required = false) @Nullable String signed,
            @RequestBody byte[] body) {
        WebhookSignature signature = new WebhookSignature(secrets.value(SECRET, "webhooks (suppliers)"), clock);
        if (body.length > LARGEST || !signature.accepts(signed, body)) {
            log.warn("refused a webhook of the suppliers' service whose signature does not fit");
            return refuse(
                    HttpStatus.UNAUTHORIZED,
                    "expected a webhook signed with the secret " + SECRET + " within the last five minutes");
        }
        try {
            Optional<Event> event = ProviderEvent.read("purchases", body);
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
