package io.tillflow.connectors.webhooks;

import io.tillflow.connectors.intake.Inbox;
import io.tillflow.connectors.provider.webhook.Hmac;
import io.tillflow.connectors.secrets.SecretName;
import io.tillflow.connectors.secrets.Secrets;
import io.tillflow.connectors.shipping.Shipment;
import io.tillflow.connectors.shipping.Shipping;
import java.text.Normalizer;
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

/** Hears EasyPost of parcels: only what it signed with our webhook's secret, each event once. */
@RestController
class EasyPostWebhookController {
    static final SecretName SECRET = new SecretName("EASYPOST_WEBHOOK_SECRET");

    private static final Logger log = LoggerFactory.getLogger(EasyPostWebhookController.class);
    private static final int LARGEST = 256_000;

    private final Secrets secrets;
    private final Shipping shipping;
    private final Inbox inbox;

    EasyPostWebhookController(Secrets secrets, Shipping shipping, Inbox inbox) {
        this.secrets = secrets;
        this.shipping = shipping;
        this.inbox = inbox;
    }

    @PostMapping("/api/v1/webhooks/easypost")
    ResponseEntity<Object> hear(
            @RequestHeader(name = "X-Hmac-Signature", required = false) @Nullable String signed,
            @RequestBody byte[] body) {
        if (body.length > LARGEST || !genuine(secrets.value(SECRET, "webhooks (easypost)"), signed, body)) {
            log.warn("refused a webhook of easypost whose signature does not fit");
            return refuse(HttpStatus.UNAUTHORIZED, "expected a webhook signed by EasyPost with our secret");
        }
        try {
            Optional<EasyPostEvent> news = EasyPostEvent.read(body);
            Optional<Shipment> parcel = news.flatMap(it -> shipping.find(it.shipmentId()));
            parcel.ifPresent(it -> inbox.accept(List.of(news.orElseThrow().event(it))));
            return ResponseEntity.status(parcel.isPresent() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                    .build();
        } catch (IllegalArgumentException e) {
            return refuse(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    /** It signs no time: a replay is known by the event's id, which is signed. */
    static boolean genuine(String secret, @Nullable String header, byte[] body) {
        String key = Normalizer.normalize(secret, Normalizer.Form.NFKD);
        return Hmac.fits("hmac-sha256-hex=" + Hmac.of(key, body).hex(), header);
    }

    private static ResponseEntity<Object> refuse(HttpStatus status, String detail) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, detail))
                .build();
    }
}
