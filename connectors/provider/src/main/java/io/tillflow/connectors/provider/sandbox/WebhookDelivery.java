package io.tillflow.connectors.provider.sandbox;

import io.tillflow.connectors.provider.webhook.WebhookSignature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Sends what is due, signed afresh each time, with growing pauses until it is accepted. */
public final class WebhookDelivery {
    private static final Logger log = LoggerFactory.getLogger(WebhookDelivery.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** About a day of trying, as real providers do. */
    private static final int LAST_ATTEMPT = 300;

    private final Webhooks webhooks;
    private final WebhookSignature signature;
    private final RestClient http;
    private final URI receiver;

    /**
     * @param receiver where a provider's webhooks go, without the provider's name: {@code …/api/v1/webhooks}
     */
    public WebhookDelivery(Webhooks webhooks, WebhookSignature signature, RestClient http, URI receiver) {
        this.webhooks = webhooks;
        this.signature = signature;
        this.http = http;
        this.receiver = receiver;
    }

    /** Sends one batch and says how many copies it held. */
    public int deliverDue() {
        List<Webhooks.Due> due = webhooks.claim(50, LEASE);
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            due.forEach(webhook -> senders.execute(() -> deliver(webhook)));
        }
        return due.size();
    }

    private void deliver(Webhooks.Due webhook) {
        byte[] body = webhook.body().getBytes(StandardCharsets.UTF_8);
        try {
            http.post()
                    .uri(URI.create(receiver + "/" + webhook.provider()))
                    .contentType(MediaType.APPLICATION_JSON)
                    .header(WebhookSignature.HEADER, signature.sign(body))
                    .body(body)
                    .retrieve()
                    .toBodilessEntity();
            webhooks.delivered(webhook);
        } catch (RestClientException e) {
            tryLater(webhook, e);
        }
    }

    private void tryLater(Webhooks.Due webhook, RestClientException trouble) {
        if (webhook.attempts() >= LAST_ATTEMPT) {
            log.warn(
                    "expected webhook {} of {} to be accepted, but it was refused {} times; giving up",
                    webhook.id(),
                    webhook.provider(),
                    webhook.attempts());
            webhooks.giveUp(webhook);
            return;
        }
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(webhook.attempts() - 1, 10));
        webhooks.retry(webhook, pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        log.debug(
                "webhook {} of {} waits after attempt {}",
                webhook.id(),
                webhook.provider(),
                webhook.attempts(),
                trouble);
    }
}
