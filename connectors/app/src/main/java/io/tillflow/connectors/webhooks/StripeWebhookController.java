package io.tillflow.connectors.webhooks;

import io.tillflow.connectors.intake.Event;
import io.tillflow.connectors.intake.Inbox;
import io.tillflow.connectors.payments.stripe.StripePayments;
import io.tillflow.connectors.provider.webhook.WebhookSignature;
import io.tillflow.connectors.secrets.SecretName;
import io.tillflow.connectors.secrets.Secrets;
import java.time.Clock;
import java.util.Arrays;
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

/** Hears Stripe: only what it signed with our endpoint's secret within five minutes, each event once. */
@RestController
class StripeWebhookController {
    static final SecretName SIGNING_SECRET = new SecretName("STRIPE_WEBHOOK_SECRET");

    private static final Logger log = LoggerFactory.getLogger(StripeWebhookController.class);
    private static final int LARGEST = 256_000;

    private final Secrets secrets;
    private final StripePayments stripe;
    private final Inbox inbox;
    private final Clock clock;

    StripeWebhookController(Secrets secrets, StripePayments stripe, Inbox inbox, Clock clock) {
        this.secrets = secrets;
        this.stripe = stripe;
        this.inbox = inbox;
        this.clock = clock;
    }

    @PostMapping("/api/v1/webhooks/stripe")
    ResponseEntity<Object> hear(
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signed,
            @RequestBody byte[] body) {
        WebhookSignature signature = new WebhookSignature(secrets.value(SIGNING_SECRET, "webhooks (stripe)"), clock);
        if (body.length > LARGEST || !genuine(signature, signed, body)) {
            log.warn("refused a webhook of stripe whose signature does not fit");
            return refuse(HttpStatus.UNAUTHORIZED, "expected a webhook signed by Stripe within the last five minutes");
        }
        try {
            Optional<Event> event = StripeEvent.read(body, stripe::dispute);
            event.ifPresent(known -> inbox.accept(List.of(known)));
            return ResponseEntity.status(event.isPresent() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                    .build();
        } catch (IllegalArgumentException e) {
            return refuse(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    /** {@code t=…,v1=…,v1=…,v0=…}: while a secret is rolled there are several, and one must fit. */
    static boolean genuine(WebhookSignature signature, @Nullable String header, byte[] body) {
        List<String> parts = Arrays.stream((header == null ? "" : header).split(","))
                .map(String::strip)
                .toList();
        return parts.stream()
                .filter(part -> part.startsWith("t="))
                .findFirst()
                .map(time -> parts.stream()
                        .filter(part -> part.startsWith("v1="))
                        .anyMatch(one -> signature.accepts(time + "," + one, body)))
                .orElse(false);
    }

    private static ResponseEntity<Object> refuse(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
