package io.tillflow.connectors.workers;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.connectors.commerce.LetterStop;
import io.tillflow.connectors.commerce.Shop;
import io.tillflow.connectors.database.TestSchema;
import io.tillflow.connectors.messaging.AtMostOnce;
import io.tillflow.connectors.messaging.Email;
import io.tillflow.connectors.messaging.Handover;
import io.tillflow.connectors.messaging.LetterBook;
import io.tillflow.connectors.messaging.Letters;
import io.tillflow.connectors.messaging.MailServer;
import io.tillflow.connectors.messaging.SuppressionList;
import io.tillflow.connectors.messaging.letter.LetterTemplates;
import io.tillflow.connectors.messaging.letter.Sender;
import io.tillflow.connectors.messaging.letter.Words;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.payments.PaymentStatus;
import io.tillflow.connectors.payments.Payments;
import io.tillflow.connectors.provider.Money;
import io.tillflow.connectors.provider.TestDatabase;
import io.tillflow.connectors.settings.ConnectorsSettings;
import io.tillflow.processes.EmailTemplate;
import io.tillflow.processes.SendEmail;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever stopped letters gets those that their order needs, and no others, from the next job on. */
class StoppedLettersIT {
    private final Clock clock = Clock.systemUTC();
    private final List<Email> sent = new ArrayList<>();
    private final LetterBook book = new LetterBook(TestDatabase.jdbc(), clock);
    private final String order = UUID.randomUUID().toString();

    @BeforeAll
    static void migrate() {
        TestSchema.migrated();
    }

    @Test
    void aFollowUpSaysWhereItIsStopped() {
        workers(false).sendEmail(job(EmailTemplate.FOLLOW_UP));
        assertThat(sent)
                .singleElement()
                .satisfies(email ->
                        assertThat(email.stopUrl()).isEqualTo("https://shop.example/letters/stop/" + order + "/k"));
    }

    @Test
    void aFollowUpThatIsNotWantedIsNotSentAndItsProcessGoesOn() {
        workers(true).sendEmail(job(EmailTemplate.FOLLOW_UP));
        assertThat(sent).isEmpty();
        assertThat(state(EmailTemplate.FOLLOW_UP)).isEqualTo("WITHHELD");
    }

    @Test
    void whatAnOrderNeedsIsSentAllTheSameAndCannotBeStopped() {
        workers(true).sendEmail(job(EmailTemplate.ORDER_CONFIRMATION));
        assertThat(sent)
                .singleElement()
                .satisfies(email -> assertThat(email.stopUrl()).isNull());
    }

    /** Its automation was about to ask for money again when its shopper paid for a change. */
    @Test
    void nobodyIsAskedToPayAnOrderThatWasPaidAnew() {
        SendEmail ask = new SendEmail(
                order, EmailTemplate.PAYMENT_LINK, Map.of("paymentUrl", "/pay"), order + "/payment-link/1");
        workers(false, PaymentStatus.AUTHORISED).sendEmail(ask);
        assertThat(sent).isEmpty();
        assertThat(state(EmailTemplate.PAYMENT_LINK)).isEqualTo("WITHHELD");
        workers(false, PaymentStatus.OPEN)
                .sendEmail(new SendEmail(
                        order, EmailTemplate.PAYMENT_LINK, Map.of("paymentUrl", "/pay"), order + "/payment-link/2"));
        assertThat(sent).hasSize(1);
        workers(false, PaymentStatus.AUTHORISED).sendEmail(job(EmailTemplate.ORDER_CONFIRMATION));
        assertThat(sent).hasSize(2);
    }

    private String state(String template) {
        return TestDatabase.jdbc()
                .sql("select state from connectors.letter where effect_key = :key")
                .param("key", order + "/" + template + "/1")
                .query(String.class)
                .single();
    }

    /** A process cannot say where letters are stopped, or that they cannot be. */
    private SendEmail job(String template) {
        return new SendEmail(
                order, template, Map.of("stopUrl", "https://elsewhere.example"), order + "/" + template + "/1");
    }

    private MessagingWorkers workers(boolean stopped) {
        return workers(stopped, PaymentStatus.OPEN);
    }

    private MessagingWorkers workers(boolean stopped, PaymentStatus paidAnew) {
        Shop shop = Ports.of(
                Shop.class,
                Map.of(
                        "facts",
                        SomeOrder.paidWith(order, "pay_2", true),
                        "letterStop",
                        new LetterStop("/letters/stop/" + order + "/k", stopped)));
        LetterTemplates templates = new LetterTemplates(() -> Sender.SHIPPED);
        ConnectorsSettings settings = settings();
        return new MessagingWorkers(
                new Letters(
                        new AtMostOnce(book, Duration.ofMinutes(1), clock),
                        templates,
                        server(),
                        new SuppressionList(TestDatabase.jdbc(), clock)),
                new OrderLetters(settings, new Words(), templates),
                new AccountLetters(settings),
                new CartLetters(settings),
                shop,
                Ports.of(
                        Payments.class,
                        Map.of(
                                "find",
                                Optional.of(new Payment(
                                        "pay_2",
                                        order,
                                        new Money(11_200, "EUR"),
                                        paidAnew,
                                        null,
                                        "/pay",
                                        "/orders/1",
                                        null)))));
    }

    private MailServer server() {
        return new MailServer() {
            @Override
            public Handover send(Email email) {
                sent.add(email);
                return new Handover.Accepted();
            }

            @Override
            public Optional<Boolean> received(String messageId) {
                return Optional.empty();
            }
        };
    }

    private static ConnectorsSettings settings() {
        URI shop = URI.create("https://shop.example");
        return new ConnectorsSettings(
                shop,
                shop,
                shop,
                "token",
                "webhook-secret-of-the-tests",
                Duration.ofSeconds(5),
                "sandbox",
                new ConnectorsSettings.Stripe(shop, Duration.ofSeconds(5)),
                new ConnectorsSettings.Smtp(
                        "", 0, "", "", false, "hello@ullmere.example", Duration.ofSeconds(5), Duration.ofMinutes(1)),
                new ConnectorsSettings.Sandbox(
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO),
                new ConnectorsSettings.OAuth("", "", "", ""));
    }
}
