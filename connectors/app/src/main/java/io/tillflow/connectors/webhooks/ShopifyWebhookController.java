package io.tillflow.connectors.webhooks;

import io.tillflow.connectors.intake.Event;
import io.tillflow.connectors.intake.Inbox;
import io.tillflow.connectors.provider.webhook.Hmac;
import io.tillflow.connectors.secrets.SecretName;
import io.tillflow.connectors.secrets.Secrets;
import io.tillflow.connectors.settings.ShopifySettings;
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

/** Hears Shopify of orders: only what it signed with our app's secret and for our store, each event once. */
@RestController
class ShopifyWebhookController {
    static final SecretName SECRET = new SecretName("SHOPIFY_CLIENT_SECRET");

    private static final Logger log = LoggerFactory.getLogger(ShopifyWebhookController.class);
    private static final int LARGEST = 1_000_000;

    private final ShopifySettings settings;
    private final Secrets secrets;
    private final Inbox inbox;

    ShopifyWebhookController(ShopifySettings settings, Secrets secrets, Inbox inbox) {
        this.settings = settings;
        this.secrets = secrets;
        this.inbox = inbox;
    }

    @PostMapping("/api/v1/webhooks/shopify")
    ResponseEntity<Object> hear(
            @RequestHeader(name = "X-Shopify-Hmac-Sha256", required = false) @Nullable String signed,
            @RequestHeader(name = "X-Shopify-Topic", required = false) @Nullable String topic,
            @RequestHeader(name = "X-Shopify-Shop-Domain", required = false) @Nullable String store,
            @RequestBody byte[] body) {
        if (!settings.connected()) {
            return ResponseEntity.notFound().build();
        }
        if (body.length > LARGEST || !genuine(secrets.value(SECRET, "webhooks (shopify)"), signed, body)) {
            log.warn("refused a webhook of shopify whose signature does not fit");
            return refuse(HttpStatus.UNAUTHORIZED, "expected a webhook signed by Shopify with our app's secret");
        }
        if (!settings.store().equals(store)) {
            return refuse(HttpStatus.BAD_REQUEST, "expected a webhook of the store " + settings.store());
        }
        try {
            Optional<Event> event = ShopifyEvent.read(topic, body);
            event.ifPresent(known -> inbox.accept(List.of(known)));
            return ResponseEntity.status(event.isPresent() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                    .build();
        } catch (IllegalArgumentException e) {
            return refuse(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    static boolean genuine(String secret, @Nullable String header, byte[] body) {
        return Hmac.fits(Hmac.of(secret, body).base64(), header);
    }

    private static ResponseEntity<Object> refuse(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
