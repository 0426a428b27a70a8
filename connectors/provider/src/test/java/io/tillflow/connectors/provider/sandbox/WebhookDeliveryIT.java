package io.tillflow.connectors.provider.sandbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.tillflow.connectors.provider.ProviderUnavailable;
import io.tillflow.connectors.provider.TestClock;
import io.tillflow.connectors.provider.TestDatabase;
import io.tillflow.connectors.provider.webhook.WebhookSignature;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.client.RestClient;

class WebhookDeliveryIT {
    @RegisterExtension
    static final WireMockExtension RECEIVER = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final String PATH = "/api/v1/webhooks/payments";

    private final TestClock clock = new TestClock(Instant.parse("2026-01-31T09:30:00Z"));
    private final Faults faults = new Faults(TestDatabase.jdbc(), new Random(7));
    private final Webhooks webhooks = new Webhooks(TestDatabase.jdbc(), faults, new Random(7), clock, () -> {});
    private final WebhookSignature signature = new WebhookSignature("a secret of some length", clock);

    @AfterEach
    void emptyTheQueue() {
        TestDatabase.jdbc().sql("delete from connectors.sandbox_webhook").update();
        faults.set(Fault.none("payments"));
    }

    @Test
    void sendsSignedAndOnce() {
        RECEIVER.stubFor(post(PATH).willReturn(ok()));
        enqueue(1);
        delivery().deliverDue();
        delivery().deliverDue();

        List<LoggedRequest> received = RECEIVER.findAll(postRequestedFor(urlEqualTo(PATH)));
        assertThat(received).hasSize(1);
        assertThat(signature.accepts(
                        received.getFirst().getHeader(WebhookSignature.HEADER),
                        received.getFirst().getBody()))
                .isTrue();
    }

    @Test
    void triesAgainWithGrowingPausesUntilItIsAccepted() {
        RECEIVER.stubFor(post(PATH).willReturn(aResponse().withStatus(503)));
        enqueue(1);
        WebhookDelivery delivery = delivery();
        assertThat(delivery.deliverDue()).isEqualTo(1);
        assertThat(delivery.deliverDue()).isZero();

        clock.advance(Duration.ofMillis(600));
        assertThat(delivery.deliverDue()).isEqualTo(1);
        clock.advance(Duration.ofMillis(600));
        assertThat(delivery.deliverDue()).isZero();

        RECEIVER.stubFor(post(PATH).willReturn(ok()));
        clock.advance(Duration.ofSeconds(1));
        assertThat(delivery.deliverDue()).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        assertThat(delivery.deliverDue()).isZero();
    }

    @Test
    void aDeliveryThatDiesIsTakenUpByTheNext() {
        enqueue(1);
        assertThat(webhooks.claim(10, Duration.ofSeconds(30))).hasSize(1);
        assertThat(webhooks.claim(10, Duration.ofSeconds(30))).isEmpty();
        clock.advance(Duration.ofSeconds(31));
        assertThat(webhooks.claim(10, Duration.ofSeconds(30))).hasSize(1);
    }

    @Test
    void copiesAndDelaysAreFaultsToSwitchOn() {
        faults.set(new Fault("payments", 0, 0, 0, 60_000, 3, 0, 0));
        enqueue(1);
        assertThat(webhooks.claim(10, Duration.ofSeconds(30))).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(webhooks.claim(10, Duration.ofSeconds(30))).hasSize(3);
    }

    @Test
    void aFailingProviderDoesNothingAndALostAnswerHappened() {
        faults.set(new Fault("payments", 0, 1, 0, 0, 1, 0, 0));
        List<String> effects = new java.util.ArrayList<>();
        assertThatThrownBy(() -> faults.suffer("payments", "capture", () -> effects.add("before")))
                .isInstanceOf(ProviderUnavailable.class);
        faults.set(new Fault("payments", 0, 0, 1, 0, 1, 0, 0));
        assertThatThrownBy(() -> faults.suffer("payments", "capture", () -> effects.add("after")))
                .isInstanceOf(ProviderUnavailable.class);
        assertThat(effects).containsExactly("after");
    }

    @Test
    void refusesFaultsThatMakeNoSense() {
        assertThatThrownBy(() -> new Fault("payments", -1, 0, 0, 0, 1, 0, 0)).hasMessageContaining("latencyMs");
        assertThatThrownBy(() -> new Fault("payments", 0, 1.1, 0, 0, 1, 0, 0)).hasMessageContaining("failureRate");
        assertThatThrownBy(() -> new Fault("payments", 0, Double.NaN, 0, 0, 1, 0, 0))
                .hasMessageContaining("failureRate");
        assertThatThrownBy(() -> new Fault("payments", 0, 0, 0, 0, 0, 0, 0)).hasMessageContaining("webhookCopies");
    }

    private void enqueue(int copies) {
        webhooks.enqueue(
                "payments",
                new Webhook(UUID.randomUUID().toString(), "payment.authorised", "{}", clock.instant()),
                copies);
    }

    private WebhookDelivery delivery() {
        return new WebhookDelivery(
                webhooks,
                signature,
                RestClient.create(),
                URI.create("http://127.0.0.1:" + RECEIVER.getPort() + "/api/v1/webhooks"));
    }
}
