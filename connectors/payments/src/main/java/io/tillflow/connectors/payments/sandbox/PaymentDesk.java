package io.tillflow.connectors.payments.sandbox;

import io.tillflow.connectors.payments.DeclineReason;
import io.tillflow.connectors.payments.Payment;
import io.tillflow.connectors.provider.sandbox.Webhook;
import io.tillflow.connectors.provider.sandbox.Webhooks;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The bank's side of the card page: decides by card number, and tells the shop by webhook. */
public final class PaymentDesk {
    private static final JsonMapper JSON = new JsonMapper();

    private final PaymentBook book;
    private final Webhooks webhooks;
    private final SandboxPaymentsSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    public PaymentDesk(
            PaymentBook book,
            Webhooks webhooks,
            SandboxPaymentsSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.book = book;
        this.webhooks = webhooks;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    Optional<Payment> find(String paymentId) {
        return book.find(paymentId);
    }

    boolean takesCards(String paymentId) {
        return book.takesCards(paymentId);
    }

    /**
     * Pays once; a second click finds the payment as the first one left it. After a card that was declined another one may be
     * tried, as long as nobody closed the page.
     */
    Payment pay(String paymentId, TestCard card) {
        return transaction.execute(status -> {
            PaymentBook.Entry entry = book.lock(paymentId);
            if (entry.takesCards() && entry.card() != card) {
                decide(paymentId, card);
            }
            return book.find(paymentId).orElseThrow();
        });
    }

    private void decide(String paymentId, TestCard card) {
        DeclineReason reason = card.declineReason();
        if (reason == null) {
            book.authorised(
                    paymentId,
                    card,
                    clock.instant().plus(card == TestCard.HOLD_EXPIRES ? settings.shortHold() : settings.hold()));
        } else {
            book.declined(paymentId, card, reason);
        }
        Instant notBefore = clock.instant();
        tell(
                book.find(paymentId).orElseThrow(),
                reason == null ? "payment.authorised" : "payment.declined",
                card == TestCard.SLOW_WEBHOOK ? notBefore.plus(settings.slowWebhook()) : notBefore,
                card == TestCard.DUPLICATE_WEBHOOK ? 3 : 1);
    }

    /** Lets go of authorisations whose time is over. */
    public int expireDue() {
        return transaction.execute(status -> {
            var expired = book.expireDue();
            expired.forEach(entry -> tell(entry.payment(), "payment.expired", clock.instant(), 1));
            return expired.size();
        });
    }

    private void tell(Payment payment, String type, Instant notBefore, int copies) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", payment.id());
        facts.put("reference", payment.reference());
        facts.put("status", payment.status().name());
        DeclineReason reason = payment.declineReason();
        if (reason != null) {
            facts.put("declineReason", reason.name());
        }
        String body = JSON.writeValueAsString(
                Map.of("id", id, "type", type, "created", clock.instant().toString(), "data", facts));
        webhooks.enqueue(SandboxPayments.PROVIDER, new Webhook(id, type, body, notBefore), copies);
    }
}
