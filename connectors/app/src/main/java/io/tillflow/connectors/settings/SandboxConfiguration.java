package io.tillflow.connectors.settings;

import io.tillflow.connectors.payments.sandbox.DisputeBook;
import io.tillflow.connectors.payments.sandbox.DisputeDesk;
import io.tillflow.connectors.payments.sandbox.PayPageController;
import io.tillflow.connectors.payments.sandbox.PaymentBook;
import io.tillflow.connectors.payments.sandbox.PaymentDesk;
import io.tillflow.connectors.payments.sandbox.SandboxLedger;
import io.tillflow.connectors.payments.sandbox.SandboxPayments;
import io.tillflow.connectors.payments.sandbox.SandboxPaymentsSettings;
import io.tillflow.connectors.provider.sandbox.Faults;
import io.tillflow.connectors.provider.sandbox.IdempotentCalls;
import io.tillflow.connectors.provider.sandbox.WebhookDelivery;
import io.tillflow.connectors.provider.sandbox.Webhooks;
import io.tillflow.connectors.provider.webhook.WebhookSignature;
import io.tillflow.connectors.shipping.sandbox.Journeys;
import io.tillflow.connectors.shipping.sandbox.SandboxShipping;
import io.tillflow.connectors.shipping.sandbox.SandboxShippingSettings;
import io.tillflow.connectors.shipping.sandbox.ShipmentBook;
import io.tillflow.connectors.shipping.sandbox.TrackingPageController;
import io.tillflow.plumbing.Calls;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;

/** The built-in providers. */
@Configuration(proxyBeanMethods = false)
@Import({PayPageController.class, TrackingPageController.class, DisputeDesk.class})
class SandboxConfiguration {
    private static final Duration WEBHOOK_TIMEOUT = Duration.ofSeconds(5);

    @Bean
    RandomGenerator chance() {
        return () -> ThreadLocalRandom.current().nextLong();
    }

    @Bean
    Faults faults(JdbcClient database, RandomGenerator chance) {
        return new Faults(database, chance);
    }

    @Bean
    IdempotentCalls idempotentCalls(JdbcClient database, TransactionTemplate transaction) {
        return new IdempotentCalls(database, transaction);
    }

    @Bean
    WebhookSignature webhookSignature(ConnectorsSettings settings, Clock clock) {
        return new WebhookSignature(settings.webhookSecret(), clock);
    }

    @Bean
    Webhooks webhooks(JdbcClient database, Faults faults, RandomGenerator chance, Clock clock, WebhookBell bell) {
        return new Webhooks(database, faults, chance, clock, bell::ring);
    }

    @Bean
    WebhookDelivery webhookDelivery(Webhooks webhooks, WebhookSignature signature, ConnectorsSettings settings) {
        return new WebhookDelivery(
                webhooks,
                signature,
                RestClient.builder()
                        .requestFactory(Calls.within(WEBHOOK_TIMEOUT, WEBHOOK_TIMEOUT))
                        .build(),
                URI.create(settings.connectorsUrl() + "/api/v1/webhooks"));
    }

    @Bean
    PaymentBook paymentBook(JdbcClient database, Clock clock) {
        return new PaymentBook(database, clock);
    }

    @Bean
    SandboxLedger sandboxLedger(JdbcClient database) {
        return new SandboxLedger(database);
    }

    @Bean
    DisputeBook disputeBook(JdbcClient database, Clock clock) {
        return new DisputeBook(database, clock);
    }

    @Bean
    SandboxPayments sandboxPayments(PaymentBook book, DisputeBook disputes, IdempotentCalls calls, Faults faults) {
        return new SandboxPayments(book, disputes, calls, faults);
    }

    @Bean
    SandboxPaymentsSettings sandboxPaymentsSettings(ConnectorsSettings settings) {
        ConnectorsSettings.Sandbox sandbox = settings.sandbox();
        return new SandboxPaymentsSettings(
                sandbox.hold(),
                sandbox.shortHold(),
                sandbox.slowWebhook(),
                sandbox.disputeAfter(),
                sandbox.disputeAnswer(),
                sandbox.disputeVerdict());
    }

    @Bean
    PaymentDesk paymentDesk(
            PaymentBook book,
            Webhooks webhooks,
            SandboxPaymentsSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        return new PaymentDesk(book, webhooks, settings, transaction, clock);
    }

    @Bean
    ShipmentBook shipmentBook(JdbcClient database, Clock clock) {
        return new ShipmentBook(database, clock);
    }

    @Bean
    SandboxShipping sandboxShipping(
            ShipmentBook book, IdempotentCalls calls, Faults faults, ConnectorsSettings settings, Clock clock) {
        return new SandboxShipping(
                book,
                calls,
                faults,
                new SandboxShippingSettings(settings.sandbox().transit()),
                clock);
    }

    @Bean
    Journeys journeys(ShipmentBook book, Webhooks webhooks, TransactionTemplate transaction, Clock clock) {
        return new Journeys(book, webhooks, transaction, clock);
    }
}
